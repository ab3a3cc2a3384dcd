package clinic.appointments.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import clinic.appointments.contract.QueueName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads the events folder: each JSON file, in the order of their names, is an array of entries
 * {@code {"name", "queue", "body", "attributes", "copies", "after", "expect", "shows"}}. {@code queue} is request (the default), confirmation
 * or reminder; a text as body is sent as it is; {@code ${today}} and {@code ${today+3}} stand for dates, {@code ${date+PT40M}} and
 * {@code ${time+PT40M}} for a moment that is near, in {@code ${zone}}, {@code ${copy}} for a copy's number.
 */
final class SampleMessages {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DATE = Pattern.compile("\\$\\{today([+-]\\d{1,3})?}");

    /** Halves of surrogate pairs, and the two that XML leaves out. */
    private static final Pattern UNSENDABLE = Pattern.compile("[\\p{Cs}\\uFFFE\\uFFFF]");
    private static final Pattern MOMENT = Pattern.compile("\\$\\{(date|time)\\+(PT[0-9HM]+)}");

    private final LocalDate today;
    private final ZonedDateTime now;

    /**
     * @param zone
     *            of the dates
     */
    SampleMessages(Instant now, ZoneId zone) {
        this.today = LocalDate.ofInstant(now, zone);
        this.now = now.atZone(farFromMidnight(now));
    }

    /** What begins and ends within hours of now lies on one date there. */
    private static ZoneId farFromMidnight(Instant now) {
        int hour = now.atZone(ZoneOffset.UTC).getHour();
        return hour >= 2 && hour < 18 ? ZoneId.of("UTC") : ZoneId.of("Asia/Tokyo");
    }

    /**
     * All messages of a folder.
     *
     * @throws StageException
     *             when there is no such folder, no file in it, or one cannot be understood
     */
    List<SampleMessage> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new StageException("There is no folder " + folder + " with events.");
        }
        List<SampleMessage> messages = new ArrayList<>();
        files(folder).forEach(file -> messages.addAll(messages(file)));
        if (messages.isEmpty()) {
            throw new StageException("The folder " + folder + " holds no events.");
        }
        return messages;
    }

    /** The JSON of one file, with its dates filled in. */
    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new StageException("%s is not JSON: line %d, column %d.".formatted(file,
                    e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        } catch (IOException _) {
            throw new StageException("The file " + file + " cannot be read.");
        }
    }

    /** Replaces the placeholders for dates. */
    String fill(String text) {
        String dated = DATE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(date(match.group(1))));
        return MOMENT.matcher(dated)
                .replaceAll(match -> Matcher.quoteReplacement(moment(match.group(1), Duration.parse(match.group(2)))))
                .replace("${zone}", now.getZone().getId());
    }

    private String moment(String part, Duration ahead) {
        ZonedDateTime moment = now.plus(ahead);
        return part.equals("date")
                ? moment.toLocalDate().toString()
                : moment.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private String date(String offset) {
        return today.plusDays(offset == null ? 0 : Integer.parseInt(offset)).toString();
    }

    private List<SampleMessage> messages(Path file) {
        JsonNode entries = json(file);
        if (!entries.isArray()) {
            throw new StageException(file + " is no JSON array of events.");
        }
        List<SampleMessage> messages = new ArrayList<>();
        for (JsonNode entry : entries) {
            messages.add(message(file, messages.size() + 1, entry));
        }
        return messages;
    }

    private SampleMessage message(Path file, int number, JsonNode entry) {
        JsonNode body = entry.path("body");
        if (body.isMissingNode()) {
            throw new StageException("Entry %d of %s has no body.".formatted(number, file));
        }
        Map<String, String> attributes = new TreeMap<>();
        entry.path("attributes").properties()
                .forEach(attribute -> attributes.put(attribute.getKey(), fill(attribute.getValue().asText())));
        return new SampleMessage(entry.path("name").asText("entry " + number), queue(file, number, entry),
                fill(body.isTextual() ? body.textValue() : escaped(body.toString())), attributes,
                entry.path("copies").asInt(1),
                Optional.ofNullable(entry.path("after").textValue()).map(Duration::parse),
                Optional.ofNullable(entry.path("expect").textValue()));
    }

    /** What no message can hold as it is (Amazon SQS API Reference, SendMessage) JSON can hold all the same. */
    private static String escaped(String json) {
        return UNSENDABLE.matcher(json)
                .replaceAll(character -> "\\\\u%04x".formatted((int) character.group().charAt(0)));
    }

    private static String queue(Path file, int number, JsonNode entry) {
        String name = entry.path("queue").asText("request");
        return Arrays.stream(QueueName.values()).filter(queue -> queue.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst().map(QueueName::id).orElseThrow(() -> new StageException(
                        "Entry %d of %s names the queue %s, which there is not.".formatted(number, file, name)));
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
