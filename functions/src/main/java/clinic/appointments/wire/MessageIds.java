package clinic.appointments.wire;

import java.util.Optional;

import clinic.appointments.message.Correlation;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.RequestId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a message is known by, as far as it can be read; an id that is none is passed over.
 *
 * @param request the body's, else the attribute's, else the id that the queue gave
 * @param correlation the attribute's, else the body's, because a schedule can set no attributes, else that of the
 *     request
 */
public record MessageIds(String request, String correlation) {

    /** Those of a message whose body may be anything. */
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
