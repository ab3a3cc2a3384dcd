package clinic.appointments.flow;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.contract.LogEvent;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;

/** The answers to the questions of the guide to investigation, by a local run to which the support cases happened. */
record GuideAnswers(LocalStage stage) {

    /**
     * An answer.
     *
     * @param source saved query or operation that gives it
     * @param columns the columns of the saved query's result that the answer has; none of an operation
     */
    record Answer(String source, List<String> columns, String text) {
    }

    /** By question. */
    Map<String, Answer> all() throws InterruptedException {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("Why was it refused?", story("Story of a request", has("request_id", "book-bao"), "message",
                "reason", "slot", "blocked_by", "setting"));
        answers.put("Why did no reminder come?", reminders());
        answers.put("Who moved it, and when?", history());
        answers.put("Where is it stuck?", story("Story of a request", has("request_id", "book-again"), "message",
                "reason", "receive_count"));
        answers.put("Was it sent twice?", story("Sent letters", has("message", LogEvent.REMINDER_SENT.text()),
                "appointment_id", "reminder", "patient_id", "receive_count"));
        answers.put("What did the caller send?", story("Story of a request", has("request_id", "move-ana"), "message",
                "reason", "command", "appointment_id"));
        answers.put("How long did it take, and where?", story("Story of a correlation id",
                has("correlation_id", "book-ines"), "function_name", "message", "reason", "waited_ms", "duration_ms"));
        answers.put("What else failed?", failures("failures", "why", "place", "error", "example"));
        answers.put("Is anything lost?", new Answer("/overdue/summary", List.of(),
                get("/overdue/summary").toString() + "\n"));
        answers.put("Since when?", failures("why", "since", "last"));
        return answers;
    }

    private static Predicate<JsonNode> has(String key, String value) {
        return line -> line.path(key).asText().equals(value);
    }

    private Answer story(String query, Predicate<JsonNode> found, String... columns) {
        return new Answer(query, List.of(columns), LogTable.of(stage, List.of(columns), found).text());
    }

    private Answer reminders() throws InterruptedException {
        return objects("reminders", "book-ines", List.of("kind", "dueAt", "state"));
    }

    private Answer history() throws InterruptedException {
        return objects("history", "book-ana", List.of("action", "at", "actor", "requestId", "client"));
    }

    private Answer objects(String list, String appointment, List<String> fields) throws InterruptedException {
        String text = get("/appointments/" + appointment).path(list).valueStream()
                .map(object -> fields.stream().map(field -> "\"%s\":%s".formatted(field, object.path(field)))
                        .collect(Collectors.joining(",", "{", "}\n")))
                .collect(Collectors.joining());
        return new Answer("/appointments/{appointmentId}", List.of(), text);
    }

    private JsonNode get(String path) throws InterruptedException {
        return Client.json(new Client(stage.api()).get(path));
    }

    /** One row for each reason and function. */
    private Answer failures(String... columns) {
        Map<String, List<JsonNode>> failures = LogTable.lines(stage)
                .filter(line -> !line.path("level").asText().equals("INFO"))
                .collect(Collectors.groupingBy(
                        line -> line.path("reason").asText() + line.path("function_name").asText(),
                        LinkedHashMap::new, Collectors.toList()));
        List<List<String>> rows = failures.values().stream()
                .sorted(Comparator.<List<JsonNode>>comparingInt(List::size).reversed())
                .map(lines -> Stream.of(columns).map(column -> failure(lines, column)).toList()).toList();
        return new Answer("Failures by reason", List.of(columns), new LogTable(List.of(columns), rows).text());
    }

    private static String failure(List<JsonNode> lines, String column) {
        JsonNode last = lines.getLast();
        return switch (column) {
            case "failures" -> String.valueOf(lines.size());
            case "why" -> last.path("reason").asText();
            case "place" -> last.path("function_name").asText().replaceFirst("(Processor)[0-9A-F]{8}.*$", "$1");
            case "error" -> last.at("/failure/name").asText().replaceFirst("^.*\\.", "");
            case "example" -> last.path("correlation_id").asText();
            case "since" -> lines.getFirst().path("timestamp").asText();
            case "last" -> last.path("timestamp").asText();
            default -> throw new AssertionError(column);
        };
    }
}
