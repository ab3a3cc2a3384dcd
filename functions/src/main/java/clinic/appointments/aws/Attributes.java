package clinic.appointments.aws;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A DynamoDB item or map, written and read by attribute name; an absent value is an absent attribute. */
final class Attributes {

    private final Map<String, AttributeValue> values;

    private Attributes(Map<String, AttributeValue> values) {
        this.values = values;
    }

    static Attributes empty() {
        return new Attributes(new HashMap<>());
    }

    static Attributes of(Map<String, AttributeValue> item) {
        return new Attributes(item);
    }

    Attributes text(String name, String value) {
        return set(name, textOf(value));
    }

    Attributes text(String name, Optional<String> value) {
        value.ifPresent(text -> text(name, text));
        return this;
    }

    /** A time in milliseconds since the epoch, which takes 8 bytes instead of 24. */
    Attributes time(String name, Instant value) {
        Instant stored = value.truncatedTo(ChronoUnit.MILLIS);
        return stored.equals(value) ? number(name, value.toEpochMilli()) : text(name, value.toString());
    }

    Attributes number(String name, long value) {
        return set(name, numberOf(value));
    }

    Attributes number(String name, Optional<Long> value) {
        value.ifPresent(number -> number(name, number.longValue()));
        return this;
    }

    Attributes list(String name, List<AttributeValue> elements) {
        return set(name, AttributeValue.fromL(elements));
    }

    Attributes list(String name, Optional<List<AttributeValue>> elements) {
        elements.ifPresent(present -> list(name, present));
        return this;
    }

    Attributes map(String name, Map<String, AttributeValue> entries) {
        return set(name, AttributeValue.fromM(entries));
    }

    /** A map of entries; without entries there is no attribute at all. */
    <T> Attributes map(String name, Map<String, T> entries, Function<T, AttributeValue> writer) {
        Map<String, AttributeValue> written = new HashMap<>();
        entries.forEach((key, entry) -> written.put(key, writer.apply(entry)));
        return written.isEmpty() ? this : map(name, written);
    }

    Map<String, AttributeValue> item() {
        return values;
    }

    AttributeValue asMap() {
        return AttributeValue.fromM(values);
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> new IllegalStateException("an item has no attribute " + name));
    }

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(values.get(name)).map(AttributeValue::s);
    }

    long number(String name) {
        return optionalNumber(name).orElseThrow(() -> new IllegalStateException("an item has no attribute " + name));
    }

    Optional<Long> optionalNumber(String name) {
        return Optional.ofNullable(values.get(name)).map(AttributeValue::n).map(Long::valueOf);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<AttributeValue> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Instant time(String name) {
        return optionalNumber(name).map(Instant::ofEpochMilli).orElseGet(() -> instant(name));
    }

    Instant instant(String name) {
        return Instant.parse(text(name));
    }

    /** A zone, if the JDK still knows it: the time zone database drops and renames some. */
    Optional<ZoneId> zone(String name) {
        return optionalText(name).flatMap(Attributes::zoneOf);
    }

    /** The zone of that name, if the JDK still knows it. */
    static Optional<ZoneId> zoneOf(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException notKnownAnyMore) {
            return Optional.empty();
        }
    }

    List<AttributeValue> list(String name) {
        return Optional.ofNullable(values.get(name)).map(AttributeValue::l).orElse(List.of());
    }

    Map<String, AttributeValue> map(String name) {
        return Optional.ofNullable(values.get(name)).map(AttributeValue::m).orElse(Map.of());
    }

    static AttributeValue textOf(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue numberOf(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    Attributes set(String name, AttributeValue value) {
        values.put(name, value);
        return this;
    }
}
