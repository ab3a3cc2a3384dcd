package clinic.appointments.model;

import java.util.List;
import java.util.Optional;

/** A decision: a policy's answer to a request, which is granted, repeated, unneeded or rejected. */
public sealed interface Decision {

    /**
     * A granted request.
     *
     * @param before the appointment as read; empty for a new one
     * @param appointment the appointment to write, on condition that the stored one is still the one that was read
     * @param days the calendar days to write in the same transaction
     */
    record Granted(Optional<Appointment> before, Appointment appointment, List<CalendarDay> days) implements Decision {

        /** The change that was granted. */
        public AppointmentAction action() {
            return appointment.latestChange().action();
        }
    }

    /** A granted request that was carried out before, by an earlier request or an earlier delivery of this one. */
    record Repeated(Appointment appointment) implements Decision {
    }

    /** A request for which the appointment has left the state that it was sent for: nothing is to be done. */
    record Unneeded(Appointment appointment) implements Decision {
    }

    /** A refused request. */
    record Rejected(RejectionReason reason, Evidence evidence) implements Decision {

        /** A rejection whose reason speaks for itself. */
        public Rejected(RejectionReason reason) {
            this(reason, Evidence.NONE);
        }
    }
}
