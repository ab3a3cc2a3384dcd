package clinic.appointments.wire;

import java.time.Instant;

import clinic.appointments.message.Correlation;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.AppointmentId;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the request that ends a hold. */
public final class HoldCodec {

    /** An id has at most 36 characters. */
    private static final int DIGITS = 31;

    private HoldCodec() {
    }

    /** The request with the same id for the same hold, so that it is carried out once. */
    public static String encode(AppointmentId appointment, Instant end, Correlation correlation) {
        return body(appointment, correlation)
                .put(IncomingMessage.REQUEST_ID, "hold-" + hashOf(appointment, end).substring(0, DIGITS)).toString();
    }

    /** The request under a new id, for when the first did not get through. */
    public static String encodeAgain(AppointmentId appointment, Correlation correlation) {
        return body(appointment, correlation).toString();
    }

    /** A hash that identifies the hold. */
    public static String hashOf(AppointmentId appointment, Instant end) {
        return Hash.of(appointment + "/hold/" + end);
    }

    private static ObjectNode body(AppointmentId appointment, Correlation correlation) {
        return TypedMessage.write("EXPIRE_HOLD", correlation).put("appointmentId", appointment.value());
    }
}
