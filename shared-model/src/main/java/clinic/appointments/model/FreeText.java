package clinic.appointments.model;

import java.util.regex.Pattern;

/**
 * Text that people write. Its length is counted in characters as Unicode and JSON Schema count them (code points), so
 * that an emoji is one.
 */
final class FreeText {

    /**
     * What a message can hold as it is (Amazon SQS API Reference, SendMessage): white space, but no other control
     * characters, no half of a surrogate pair, and not the two that XML leaves out.
     */
    private static final Pattern TEXT = Pattern.compile(
            "[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uD800-\\uDFFF\\uFFFE\\uFFFF]*");

    /** Where people see nothing: white space, control and format characters, fillers, joiners and selectors. */
    private static final String UNSEEN = "[\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\u034F\\u115F\\u1160\\u17B4\\u17B5"
            + "\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]";
    private static final Pattern UNSEEN_ONE = Pattern.compile(UNSEEN);
    private static final Pattern UNSEEN_ALL = Pattern.compile(UNSEEN + "*");
    private static final Pattern UNSEEN_ENDS = Pattern.compile("^" + UNSEEN + "++|" + UNSEEN + "++$");

    private FreeText() {
    }

    /** Whether it has at most so many characters, none of which a message cannot hold. */
    static boolean fits(String text, int mostCharacters) {
        return text.codePointCount(0, text.length()) <= mostCharacters && TEXT.matcher(text).matches();
    }

    /** Whether nobody sees anything of it. */
    static boolean isInvisible(String text) {
        return UNSEEN_ALL.matcher(text).matches();
    }

    /** Whether there is a place at which people see nothing. */
    static boolean hasInvisible(String text) {
        return UNSEEN_ONE.matcher(text).find();
    }

    /** The same from the first to the last character that people see. */
    static String withoutInvisibleEnds(String text) {
        return UNSEEN_ENDS.matcher(text).replaceAll("");
    }
}
