package clinic.appointments.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A duration as clients write it: ISO 8601, in whole minutes, such as {@code PT1H30M}; never negative. */
public final class WholeMinutes {

    static final String RULE = "must be whole minutes such as PT30M";

    private static final Predicate<String> FORM = Pattern.compile("PT([0-9]{1,4}H)?([0-9]{1,4}M)?").asMatchPredicate();

    private WholeMinutes() {
    }

    /**
     * Reads a duration.
     *
     * @throws DateTimeException when the text is not in this form
     */
    public static Duration parse(String text) {
        if (!FORM.test(text)) {
            throw new DateTimeException("not in whole minutes");
        }
        return Duration.parse(text);
    }

    /** Writes a duration in this form. */
    static String write(Duration length) {
        return length.isZero() ? "PT0M" : length.toString();
    }
}
