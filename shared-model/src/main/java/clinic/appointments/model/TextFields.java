package clinic.appointments.model;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Text fields: fields written as {@code name=value} and separated by spaces. Reading a field removes it. */
final class TextFields {

    private static final String DURATION = "must be an ISO-8601 duration such as PT2H";
    private static final String NUMBER = "must be a whole number";

    private final Map<String, String> values = new LinkedHashMap<>();

    TextFields() {
    }

    TextFields(String text) {
        for (String field : text.split(" ", -1)) {
            int sign = field.indexOf('=');
            if (sign < 1 || values.put(field.substring(0, sign), field.substring(sign + 1)) != null) {
                throw new IllegalArgumentException("each field must be written once, as name=value");
            }
        }
    }

    TextFields with(String name, Object value) {
        values.put(name, value.toString());
        return this;
    }

    TextFields with(String name, Optional<?> value) {
        value.ifPresent(present -> with(name, present));
        return this;
    }

    Duration duration(String name) {
        return required(name, Duration::parse, DURATION);
    }

    Optional<Duration> optionalDuration(String name) {
        return optional(name, Duration::parse, DURATION);
    }

    int number(String name) {
        return required(name, Integer::parseInt, NUMBER);
    }

    <T> Optional<T> optional(String name, Function<String, T> parser, String rule) {
        try {
            return Optional.ofNullable(values.remove(name)).map(parser);
        } catch (RuntimeException unreadable) {
            throw broken(name, rule);
        }
    }

    private <T> T required(String name, Function<String, T> parser, String rule) {
        return optional(name, parser, rule).orElseThrow(() -> broken(name, rule));
    }

    /** Refuses fields that were not read. */
    void requireNoOther() {
        if (!values.isEmpty()) {
            throw new IllegalArgumentException("there is no field " + values.keySet().iterator().next());
        }
    }

    private static IllegalArgumentException broken(String name, String rule) {
        return new IllegalArgumentException(name + " " + rule);
    }

    @Override
    public String toString() {
        return values.entrySet().stream().map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining(" "));
    }
}
