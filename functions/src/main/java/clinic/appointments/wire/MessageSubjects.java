package clinic.appointments.wire;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import clinic.appointments.message.IncomingMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The subjects of a message: ids of the request, patient, appointment, resources and block that it names. Messages with
 * a common subject would only disturb each other at the same time. Kinds of ids are not told apart, because a booking
 * without an appointment's id takes its request's.
 */
public final class MessageSubjects {

    private static final List<String> IDS = List.of("patientId", "appointmentId", "resourceId", "blockId");
    private static final String RESOURCES = "resourceIds";

    private MessageSubjects() {
    }

    /** The subjects of any message; an unreadable message has only that of its request. */
    public static Set<String> of(IncomingMessage message) {
        ObjectNode body = bodyOf(message);
        Set<String> subjects = new HashSet<>(Set.of(MessageIds.of(message, body).request()));
        Stream.concat(IDS.stream().map(body::path), body.path(RESOURCES).valueStream()).filter(JsonNode::isTextual)
                .map(JsonNode::textValue).forEach(subjects::add);
        return subjects;
    }

    private static ObjectNode bodyOf(IncomingMessage message) {
        try {
            return Json.read(message.body());
        } catch (MalformedMessageException unreadable) {
            return Json.object();
        }
    }
}
