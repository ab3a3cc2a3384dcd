package clinic.appointments.wire;

import java.util.Optional;

import clinic.appointments.message.Correlation;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.RequestId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The ids of a message, as far as it can be read; texts without the form of an id are skipped.
 *
 * @param request from the body; without one, from the attribute; without either, the queue's message id
 * @param correlation from the attribute; then from the body, as schedules set no attributes; then the request's id
 */
public record MessageIds(String request, String correlation) {

    /** The ids of a message with any body. */
    public static MessageIds of(IncomingMessage message) {
        try {
            return of(message, Json.read(message.body()));
        } catch (MalformedMessageException unreadable) {
            return of(message, Json.object());
        }
    }

    static MessageIds of(IncomingMessage message, ObjectNode body) {
        String request = text(body, IncomingMessage.REQUEST_ID).filter(RequestId::isWellFormed)
                .or(() -> message.attribute(IncomingMessage.REQUEST_ID).filter(RequestId::isWellFormed))
                .orElse(message.messageId());
        String correlation = message.attribute(IncomingMessage.CORRELATION_ID)
                .or(() -> text(body, IncomingMessage.CORRELATION_ID)).filter(Correlation::isCorrelationId)
                .orElse(request);
        return new MessageIds(request, correlation);
    }

    private static Optional<String> text(ObjectNode body, String field) {
        return Optional.ofNullable(body.get(field)).map(JsonNode::textValue).filter(value -> !value.isEmpty());
    }
}
