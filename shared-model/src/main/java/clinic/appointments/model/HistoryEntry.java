package clinic.appointments.model;

import java.util.Optional;

/**
 * One change of an appointment; holds ids and codes only, no free text.
 *
 * @param version
 *            the appointment's version after the change
 * @param from
 *            status before; empty for the first entry
 * @param reason
 *            code that belongs to the change, such as why it was cancelled or how it went
 */
public record HistoryEntry(long version, Cause cause, AppointmentAction action, Optional<AppointmentStatus> from,
        AppointmentStatus to, Optional<ReasonCode> reason) {

    /** Whether this is what the given request did. */
    public boolean isBy(RequestId request, AppointmentAction done) {
        return cause.requestId().equals(request) && action == done;
    }
}
