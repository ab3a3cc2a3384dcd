package clinic.appointments.model;

import java.util.List;

/** What the policy says to a booking. */
public sealed interface Decision {

    /**
     * Yes.
     *
     * @param claimed
     *            the calendar days as they are to be written together with the appointment
     */
    record Booked(Appointment appointment, List<CalendarDay> claimed) implements Decision {
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
