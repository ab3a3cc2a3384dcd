package clinic.appointments.local.run;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import clinic.appointments.contract.QueueName;
import clinic.appointments.local.stage.StageException;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One entry in a file of the events folder. An error in it becomes a {@link StageException} that names file, entry
 * and key.
 *
 * @param number position in the file, counted from 1
 */
record SampleEntry(Path file, int number, JsonNode entry) {

    /** The keys for readers only. */
    private static final List<String> REMARKS = List.of("shows", "source", "check", "observed");
    /** All keys that an entry may have. */
    private static final List<String> KEYS = Stream.concat(
            Stream.of("name", "queue", "body", "attributes", "copies", "after", "expect", "literal"), REMARKS.stream())
            .toList();
    private static final String ONE_RECEIPT = "(ACCEPTED|REJECTED:[A-Z_]+|PARKED:[^|]+)";
    private static final Pattern RECEIPTS = Pattern.compile(ONE_RECEIPT + "(\\|" + ONE_RECEIPT + ")*");

    /** Halves of surrogate pairs, and the two that XML leaves out. */
    private static final Pattern UNSENDABLE = Pattern.compile("[\\p{Cs}\\uFFFE\\uFFFF]");

    /**
     * The message that the entry describes.
    *
    * @param stage name of the stage, because the expected receipt may depend on it
     */
    SampleMessage message(Placeholders dates, String stage) {
        requireKnown("key", names(entry), KEYS);
        require(entry.has("body"), "the body is missing");
        REMARKS.forEach(this::text);
        return new SampleMessage(text("name").orElse("entry " + number), queue(), body(dates), attributes(dates),
                copies(), after(), expect(stage));
    }

    private String body(Placeholders dates) {
        JsonNode body = entry.path("body");
        return filled(body.isTextual() ? body.textValue() : escaped(body.toString()), dates);
    }

    /** JSON can escape the characters that a message must not contain (Amazon SQS API Reference: "SendMessage"). */
    private static String escaped(String json) {
        return UNSENDABLE.matcher(json)
                .replaceAll(character -> "\\\\u%04x".formatted((int) character.group().charAt(0)));
    }

    private Map<String, String> attributes(Placeholders dates) {
        JsonNode attributes = entry.path("attributes");
        require(attributes.isMissingNode() || attributes.isObject(), "attributes must be an object");
        Map<String, String> values = new TreeMap<>();
        attributes.properties().forEach(attribute -> {
            require(attribute.getValue().isTextual(), "the attribute " + attribute.getKey() + " must be a string");
            values.put(attribute.getKey(), filled(attribute.getValue().textValue(), dates));
        });
        return values;
    }

    private String filled(String text, Placeholders dates) {
        if (literal()) {
            return text;
        }
        String filled = dates.fill(text);
        Placeholders.unknown(filled).ifPresent(found -> require(false, found + " is not a known placeholder"));
        return filled;
    }

    private boolean literal() {
        JsonNode literal = entry.path("literal");
        require(literal.isMissingNode() || literal.isBoolean(), "literal must be true or false");
        return literal.asBoolean();
    }

    private int copies() {
        JsonNode copies = entry.path("copies");
        require(!literal() || copies.isMissingNode(), "a literal entry has one copy");
        require(copies.isMissingNode() || (copies.canConvertToInt() && copies.isInt() && copies.intValue() > 0),
                "copies must be a whole number of at least 1");
        return copies.asInt(1);
    }

    private Optional<Duration> after() {
        try {
            Optional<Duration> after = text("after").map(Duration::parse);
            after.ifPresent(ahead -> require(!ahead.isNegative(), "after must not be negative"));
            return after;
        } catch (DateTimeException _) {
            throw problem("after must be an ISO-8601 duration such as PT3H");
        }
    }

    private Optional<String> expect(String stage) {
        JsonNode expect = entry.path("expect");
        if (expect.isObject()) {
            requireKnown("stage", names(expect), RunSettings.STAGES);
            RunSettings.STAGES.forEach(each -> receipts(expect.get(each)));
            return Optional.ofNullable(expect.path(stage).textValue());
        }
        return expect.isMissingNode() ? Optional.empty() : Optional.of(receipts(expect));
    }

    private String receipts(JsonNode expected) {
        require(expected != null && expected.isTextual() && RECEIPTS.matcher(expected.textValue()).matches(),
                "expect must be ACCEPTED, REJECTED:<code> or PARKED:<reason>, or an object with one of them for "
                        + "each of "
                        + String.join(", ", RunSettings.STAGES));
        return expected.textValue();
    }

    private String queue() {
        List<String> known = Arrays.stream(QueueName.values()).map(SampleEntry::nameOf).toList();
        String name = text("queue").orElse("request");
        requireKnown("queue", Stream.of(name), known);
        return QueueName.valueOf(name.toUpperCase(Locale.ROOT)).id();
    }

    private static String nameOf(QueueName queue) {
        return queue.name().toLowerCase(Locale.ROOT);
    }

    private Optional<String> text(String key) {
        JsonNode value = entry.path(key);
        require(value.isMissingNode() || value.isTextual(), key + " must be a string");
        return Optional.ofNullable(value.textValue());
    }

    private static Stream<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey);
    }

    private void requireKnown(String what, Stream<String> named, List<String> known) {
        named.filter(name -> !known.contains(name)).findFirst().ifPresent(name -> require(false,
                "unknown %s %s: expected one of %s".formatted(what, name, String.join(", ", known))));
    }

    private void require(boolean met, String otherwise) {
        if (!met) {
            throw problem(otherwise);
        }
    }

    private StageException problem(String what) {
        return new StageException("Entry %d of %s: %s.".formatted(number, file, what));
    }
}
