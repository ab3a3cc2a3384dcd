package clinic.appointments.model;

import java.util.List;
import java.util.Optional;

/** What the policy says to a request. */
public sealed interface Decision {

    /**
     * Yes.
     *
     * @param before the appointment as it was looked at; empty for a new one
     * @param appointment as it is to be written, if it is still as it was looked at
     * @param days the calendar days as they are to be written together with it
     */
    record Granted(Optional<Appointment> before, Appointment appointment, List<CalendarDay> days) implements Decision {

        /** Name of what is done. */
        public String what() {
            return appointment.latestChange().action().name();
        }
    }

    /** This very request was granted before. */
    record Repeated(Appointment appointment) implements Decision {
    }

    /** No. */
    record Rejected(RejectionReason reason) implements Decision {
    }

    /** Not decidable yet: the patient may be registered by a message that is still under way. */
    record PatientMissing() implements Decision {
    }
}
