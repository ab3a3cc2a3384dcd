package clinic.appointments.wire;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import clinic.appointments.model.InvalidValueException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The fields of a JSON object, read by name and type. A missing field or a field of the wrong type is malformed; a
 * field of the right type with an impossible value is invalid. Unknown fields are ignored; null means absent, and so
 * does an empty text in an optional field.
 */
final class Fields {

    private static final Predicate<String> DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}").asMatchPredicate();
    private static final String DATE_RULE = "must be a date such as 2026-03-29";

    private final ObjectNode object;

    Fields(ObjectNode object) {
        this.object = object;
    }

    String text(String field) {
        return written(field).orElseThrow(() -> new MalformedMessageException(field, "is missing"));
    }

    /** An optional text, absent also when empty: forms send an empty text when a person clears a field. */
    Optional<String> optionalText(String field) {
        return written(field).filter(text -> !text.isEmpty());
    }

    private Optional<String> written(String field) {
        return present(field).map(node -> textOf(node, field, "must be a string"));
    }

    Optional<Fields> optionalObject(String field) {
        return present(field).map(node -> new Fields(objectOf(node, field)));
    }

    /**
     * Refuses an object with any other field.
     *
     * @param known in the order in which a client is told of them
     */
    void refuseOthersThan(List<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new MalformedMessageException("body", "must have no field other than "
                        + String.join(", ", known));
            }
        });
    }

    /** Whether the field has exactly this value. */
    boolean is(String field, String text) {
        return object.path(field).asText().equals(text);
    }

    boolean has(String field) {
        return present(field).isPresent();
    }

    List<String> texts(String field) {
        return present(field).map(node -> textsOf(node, field)).orElse(List.of());
    }

    Optional<List<Fields>> optionalObjects(String field) {
        return present(field).map(node -> objectsOf(node, field));
    }

    Optional<Integer> optionalNumber(String field) {
        return present(field).map(node -> intOf(node, field));
    }

    int number(String field, int absent) {
        return optionalNumber(field).orElse(absent);
    }

    boolean flag(String field) {
        return present(field).map(node -> booleanOf(node, field)).orElse(false);
    }

    /** A date with a year of four digits: the JDK also reads years with more digits and before our era. */
    LocalDate date(String field) {
        return parsed(field, Fields::fourDigitDate, DATE_RULE);
    }

    Optional<LocalDate> optionalDate(String field) {
        return optionalParsed(field, Fields::fourDigitDate, DATE_RULE);
    }

    /** Whether a text has the form of a date. */
    static boolean isDate(String text) {
        return DATE.test(text);
    }

    private static LocalDate fourDigitDate(String text) {
        if (!isDate(text)) {
            throw new IllegalArgumentException("not a date of four digits of year");
        }
        return LocalDate.parse(text);
    }

    /** Reads with a parser of the JDK and replaces its exceptions, which quote their input. */
    <T> T parsed(String field, Function<String, T> parser, String rule) {
        return parse(field, text(field), parser, rule);
    }

    <T> Optional<T> optionalParsed(String field, Function<String, T> parser, String rule) {
        return optionalText(field).map(text -> parse(field, text, parser, rule));
    }

    /** An enum's constant by its name. */
    <E extends Enum<E>> E constant(String field, Class<E> type) {
        return parsed(field, name -> Enum.valueOf(type, name),
                "must be one of " + Arrays.toString(type.getEnumConstants()));
    }

    private static <T> T parse(String field, String text, Function<String, T> parser, String rule) {
        try {
            return parser.apply(text);
        } catch (InvalidValueException ours) {
            throw ours;
        } catch (RuntimeException quotingItsInput) {
            throw new InvalidValueException(field, rule);
        }
    }

    private Optional<JsonNode> present(String field) {
        return Optional.ofNullable(object.get(field)).filter(node -> !node.isNull());
    }

    private static List<String> textsOf(JsonNode node, String field) {
        if (!node.isArray()) {
            throw new MalformedMessageException(field, "must be an array of strings");
        }
        return StreamSupport.stream(node.spliterator(), false)
                .map(item -> textOf(item, field, "must be an array of strings")).toList();
    }

    private static List<Fields> objectsOf(JsonNode node, String field) {
        if (!node.isArray()) {
            throw new MalformedMessageException(field, "must be an array of objects");
        }
        return node.valueStream().map(item -> new Fields(objectOf(item, field))).toList();
    }

    private static ObjectNode objectOf(JsonNode node, String field) {
        if (node instanceof ObjectNode found) {
            return found;
        }
        throw new MalformedMessageException(field, "must be an object");
    }

    private static String textOf(JsonNode node, String field, String rule) {
        if (!node.isTextual()) {
            throw new MalformedMessageException(field, rule);
        }
        return node.textValue();
    }

    private static boolean booleanOf(JsonNode node, String field) {
        if (!node.isBoolean()) {
            throw new MalformedMessageException(field, "must be true or false");
        }
        return node.booleanValue();
    }

    private static int intOf(JsonNode node, String field) {
        if (!node.isInt()) {
            throw new MalformedMessageException(field, "must be a whole number");
        }
        return node.intValue();
    }
}
