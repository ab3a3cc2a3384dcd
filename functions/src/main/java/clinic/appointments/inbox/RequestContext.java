package clinic.appointments.inbox;

import java.time.Instant;

import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Correlation;
import clinic.appointments.message.FollowUp;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.RequestId;

/** The request context: the request that brought a command, its requester, and its receipt. */
public record RequestContext(AppointmentRequest<?> request, AppointmentRequest.Requester requester,
        RequestReceipt receipt) {

    public RequestId requestId() {
        return request.requestId();
    }

    public Correlation correlation() {
        return request.correlation();
    }

    /**
     * The time when the request was sent; a redelivery keeps it.
     *
     * @param now the result when the queue does not report the time
     */
    public Instant sentAt(Instant now) {
        return request.sentAt().orElse(now);
    }

    /** The provenance of a change that the request makes now. */
    public Provenance provenance(Instant now) {
        return request.provenanceFor(requester, now);
    }

    /** The follow-up of an appointment that the request has booked or changed. */
    public FollowUp followUp(Appointment appointment) {
        return new FollowUp(appointment.id(), request.requestId(), request.correlation());
    }
}
