package clinic.appointments.model;

import java.util.regex.Pattern;

/** The id format: the form of every id, short enough for any key and free of the separators that join keys. */
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
