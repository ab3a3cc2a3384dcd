package clinic.appointments.model;

import java.util.List;
import java.util.Optional;

/** What a policy decides on a request. */
public sealed interface Decision {

    /**
     * Yes.
     *
     * @param before the appointment as it was read; empty for a new one
     * @param appointment the appointment to write, provided that the stored one is still the one that was read
     * @param days the calendar days to write in the same transaction
     */
    record Granted(Optional<Appointment> before, Appointment appointment, List<CalendarDay> days) implements Decision {

        /** The change that was granted. */
        public AppointmentAction action() {
            return appointment.latestChange().action();
        }
    }

    /** Yes, and an earlier request, or an earlier delivery of this one, has done it. */
    record Repeated(Appointment appointment) implements Decision {
    }

    /** No. */
    record Rejected(RejectionReason reason) implements Decision {
    }
}
