package clinic.appointments.wire;

import java.util.Locale;
import java.util.Optional;

/**
 * Languages by their IETF BCP 47 tags. Extensions are left out: they would set calendar, digits and time zone of a
 * notification (java.time.format.DateTimeFormatter, localizedBy), which do not belong to the language.
 */
public final class LanguageTag {

    private static final int MAX_LENGTH = 100;
    private static final String PRIVATE_USE = "-x-";

    private LanguageTag() {
    }

    /**
     * The language of a tag from a client; empty when the tag names no language.
     *
     * @throws IllegalArgumentException when the text is not a tag
     */
    static Optional<Locale> read(String tag) {
        if (tag.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("too long for a language tag");
        }
        return plain(new Locale.Builder().setLanguageTag(tag).build());
    }

    /** The language of a stored tag, which may be older than today's rules; empty when it is not a tag. */
    public static Optional<Locale> stored(String tag) {
        return plain(Locale.forLanguageTag(tag));
    }

    /** A variant that the JDK writes as private use brings extensions back when it is read again. */
    private static Optional<Locale> plain(Locale locale) {
        Locale bare = locale.stripExtensions();
        boolean foreign = bare.toLanguageTag().contains(PRIVATE_USE);
        Locale language = foreign ? Locale.of(bare.getLanguage(), bare.getCountry()) : bare;
        return Optional.of(language).filter(found -> !found.getLanguage().isEmpty());
    }
}
