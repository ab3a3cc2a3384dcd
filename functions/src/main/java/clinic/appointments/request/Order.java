package clinic.appointments.request;

import java.time.Instant;

import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.model.Cause;

/**
 * A request whose command is known.
 *
 * @param actor
 *            who gives it
 */
record Order(AppointmentRequest request, String actor) {

    Cause cause(Instant now) {
        return request.causeBy(actor, now);
    }
}
