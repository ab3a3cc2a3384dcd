package clinic.appointments.infrastructure.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import clinic.appointments.contract.QueueName;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A method on a path.
 *
 * @param path template, such as {@code /appointments/{appointmentId}}
 * @param method HTTP method in lower case, as in the document
 */
public record ApiOperation(String path, String method, ObjectNode node) {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /**
     * The message that a write puts on a queue.
     *
     * @param type type of the message
     * @param makes name of the id that takes the value of the request's id, or empty
     */
    public record Command(QueueName queue, String type, String makes) {
    }

    /** The command of a write; a read has none. */
    public Optional<Command> command() {
        var command = node.path("x-command");
        return command.isMissingNode() ? Optional.empty()
                : Optional.of(new Command(queue(command.path("queue").asText()), command.path("type").asText(),
                        command.path("makes").asText()));
    }

    /** Names of the parameters in the path. */
    public List<String> pathParameters() {
        return PARAMETER.matcher(path).results().map(match -> match.group(1)).toList();
    }

    /** Number of segments in the path. */
    int segments() {
        return (int) path.chars().filter(character -> character == '/').count();
    }

    boolean hasBody() {
        return node.has("requestBody");
    }

    /** Method and path, such as {@code GET /overdue}. */
    @Override
    public String toString() {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    private static QueueName queue(String id) {
        return Arrays.stream(QueueName.values()).filter(name -> name.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no queue " + id + "."));
    }
}
