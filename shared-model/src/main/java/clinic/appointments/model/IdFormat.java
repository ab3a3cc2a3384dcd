package clinic.appointments.model;

import java.util.regex.Pattern;

/** The form that every id has: short enough for any key, and free of separators that keys are joined with. */
public final class IdFormat {

    /** Regular expression for the whole id. */
    public static final String PATTERN = "[A-Za-z0-9_-]{1,36}";

    private static final Pattern FORM = Pattern.compile(PATTERN);
    private static final String RULE = "must be 1 to 36 letters, digits, '-' or '_'";

    private IdFormat() {
    }

    static void check(String field, String id) {
        InvalidValueException.unless(isWellFormed(id), field, RULE);
    }

    public static boolean isWellFormed(String id) {
        return FORM.matcher(id).matches();
    }
}
