package clinic.appointments.mail;

import java.util.Locale;
import java.util.ResourceBundle;

import clinic.appointments.port.NotificationType;

/**
 * The texts of notifications in one language.
 *
 * @param locale locale of dates and times: the wanted one, unless its language is missing here
 */
record Translations(ResourceBundle bundle, Locale locale) {

    static final String BUNDLE = "clinic.appointments.mail.mail";
    private static final String ENGLISH = Locale.ENGLISH.getLanguage();
    /** Without it the language of the machine would replace a missing one. */
    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /**
     * @param patients locale whose extensions are ignored: they would set calendar, digits and time zone of times
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

    /** {@code ltr} or {@code rtl}: the direction of the language's own name. */
    String direction() {
        int first = locale.getDisplayLanguage(locale).codePointAt(0);
        return switch (Character.getDirectionality(first)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> "rtl";
            default -> "ltr";
        };
    }
}
