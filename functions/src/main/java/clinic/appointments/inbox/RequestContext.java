package clinic.appointments.inbox;

import java.time.Instant;

import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.FollowUp;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.RequestId;

/**
 * A request whose command is known.
 *
 * @param asked who gives it
 */
public record RequestContext(AppointmentRequest<?> request, AppointmentRequest.Requester requester) {

    public RequestId requestId() {
        return request.requestId();
    }

    /**
     * When it was given: when its message was sent, which a redelivery keeps.
     *
     * @param now stands in when the queue does not say
     */
    public Instant sentAt(Instant now) {
        return request.sentAt().orElse(now);
    }

    public Provenance provenance(Instant now) {
        return request.provenanceFor(requester, now);
    }

    /** What follows of the appointment that this order has made or changed. */
    public FollowUp followUp(Appointment appointment) {
        return new FollowUp(appointment.id(), request.requestId(), request.correlation());
    }
}
