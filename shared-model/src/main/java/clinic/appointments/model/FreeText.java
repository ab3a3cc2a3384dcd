package clinic.appointments.model;

import java.util.regex.Pattern;

/**
 * Free text: text that people write. Its length is the number of Unicode code points, as in JSON Schema, so that an
 * emoji counts once.
 */
final class FreeText {

    /**
     * The characters that a message can hold unchanged (Amazon SQS API Reference, SendMessage): white space but no
     * other control characters, no half of a surrogate pair, and neither of the two characters that XML excludes.
     */
    private static final Pattern TEXT = Pattern.compile(
            "[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uD800-\\uDFFF\\uFFFE\\uFFFF]*");

    /**
     * Characters without a visible form: white space, control and format characters, fillers, joiners and selectors.
     */
    private static final String UNSEEN = "[\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\u034F\\u115F\\u1160\\u17B4\\u17B5"
            + "\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]";
    private static final Pattern UNSEEN_ONE = Pattern.compile(UNSEEN);
    private static final Pattern UNSEEN_ALL = Pattern.compile(UNSEEN + "*");
    private static final Pattern UNSEEN_ENDS = Pattern.compile("^" + UNSEEN + "++|" + UNSEEN + "++$");

    private FreeText() {
    }

    /** Whether the text has at most the given number of characters, all of which a message can hold. */
    static boolean fits(String text, int mostCharacters) {
        return text.codePointCount(0, text.length()) <= mostCharacters && TEXT.matcher(text).matches();
    }

    /** Whether the text has no visible character. */
    static boolean isInvisible(String text) {
        return UNSEEN_ALL.matcher(text).matches();
    }

    /** Whether the text has an invisible character. */
    static boolean hasInvisible(String text) {
        return UNSEEN_ONE.matcher(text).find();
    }

    /** The text from its first to its last visible character. */
    static String withoutInvisibleEnds(String text) {
        return UNSEEN_ENDS.matcher(text).replaceAll("");
    }
}
