package clinic.appointments.mail;

import java.util.Locale;
import java.util.ResourceBundle;

import clinic.appointments.port.NotificationType;

/**
 * The words of letters in one language.
 *
 * @param locale what dates and times are written by: the wanted one, unless its language is missing here
 */
record Translations(ResourceBundle bundle, Locale locale) {

    static final String BUNDLE = "clinic.appointments.mail.mail";
    private static final String ENGLISH = Locale.ENGLISH.getLanguage();
    /** Without it the language of the machine would stand in for a missing one. */
    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /**
     * @param patients extensions of it are left out: they would say with which calendar, digits and time zone a time is
     *     written
     */
    static Translations in(Locale patients) {
        Locale wanted = patients.stripExtensions();
        ResourceBundle found = ResourceBundle.getBundle(BUNDLE, wanted, NO_FALLBACK);
        boolean isSpoken = !found.getLocale().getLanguage().isEmpty() || wanted.getLanguage().equals(ENGLISH);
        return new Translations(found, isSpoken ? wanted : Locale.UK);
    }

    String say(String key) {
        return bundle.getString(key);
    }

    String say(NotificationType type, String key) {
        return say(type.name().toLowerCase(Locale.ROOT) + "." + key);
    }

    /** {@code ltr} or {@code rtl}, as the language's own name is written. */
    String direction() {
        int first = locale.getDisplayLanguage(locale).codePointAt(0);
        return switch (Character.getDirectionality(first)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> "rtl";
            default -> "ltr";
        };
    }
}
