package clinic.appointments.aws;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Codes: short stored texts for the values of an enum, all different. */
final class Codes<E extends Enum<E>> {

    private final Function<E, String> codeOf;
    private final Map<String, E> values;

    private Codes(Function<E, String> codeOf, Map<String, E> values) {
        this.codeOf = codeOf;
        this.values = values;
    }

    static <E extends Enum<E>> Codes<E> of(E[] values, Function<E, String> codeOf) {
        return new Codes<>(codeOf, Stream.of(values).collect(Collectors.toMap(codeOf, value -> value)));
    }

    String of(E value) {
        return codeOf.apply(value);
    }

    E read(String code) {
        E value = values.get(code);
        if (value == null) {
            throw new IllegalStateException("an item has an unknown code");
        }
        return value;
    }
}
