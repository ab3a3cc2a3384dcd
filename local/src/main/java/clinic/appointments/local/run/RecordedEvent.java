package clinic.appointments.local.run;

import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import clinic.appointments.contract.QueueName;
import clinic.appointments.local.call.AwsCalls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A message that somebody has sent, as an entry of the events folder ({@link SampleEntry}).
 *
 * @param after by how much the clock was run ahead before it, when all earlier messages were done
 * @param receipt empty if it has no outcome
 */
record RecordedEvent(String name, QueueName queue, String body, Map<String, String> attributes,
        Optional<Duration> after, Optional<String> receipt) {

    private static final Pattern DATE = Pattern.compile("(?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])");
    /** Three digits: a date of birth stays as it is. */
    private static final long MAX_DAYS = 999;

    /**
     * The file with these messages, one in each line.
     *
     * @param today the date that dates are relative to
     */
    static String file(List<RecordedEvent> events, LocalDate today) {
        return events.stream().map(event -> "  " + event.entry(today))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private ObjectNode entry(LocalDate today) {
        ObjectNode entry = AwsCalls.body().put("name", name).put("queue", queue.name().toLowerCase(Locale.ROOT));
        after.ifPresent(ahead -> entry.put("after", ahead.toString()));
        if (isLiteral()) {
            entry.put("literal", true);
        }
        ObjectNode texts = entry.putObject("attributes");
        attributes.forEach((key, value) -> texts.put(key, relative(value, today)));
        entry.set("body", body(relative(body, today)));
        receipt.ifPresentOrElse(known -> entry.put("expect", known), () -> entry.put("observed", "no outcome"));
        return entry;
    }

    /** Whether something in it looks like a placeholder. */
    private boolean isLiteral() {
        return body.contains("${") || attributes.values().stream().anyMatch(value -> value.contains("${"));
    }

    private String relative(String text, LocalDate today) {
        return isLiteral() ? text
                : DATE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(placeholder(found, today)));
    }

    private static String placeholder(MatchResult found, LocalDate today) {
        try {
            long days = ChronoUnit.DAYS.between(today, LocalDate.parse(found.group()));
            return Math.abs(days) > MAX_DAYS ? found.group()
                    : "${today%s}".formatted(days == 0 ? "" : "%+d".formatted(days));
        } catch (DateTimeException _) {
            return found.group();
        }
    }

    /** As JSON where that is sent as the very same text, otherwise as a text. */
    private static JsonNode body(String text) {
        try {
            JsonNode json = AwsCalls.read(text);
            if (json.isContainerNode() && json.toString().equals(text)) {
                return json;
            }
        } catch (UncheckedIOException _) {
            // Malformed on purpose, perhaps.
        }
        return AwsCalls.body().textNode(text);
    }
}
