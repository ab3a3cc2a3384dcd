package clinic.appointments.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.model.Interval;
import clinic.appointments.port.Notification;
import clinic.appointments.port.NotificationType;

/**
 * The text of a notification, as plain text and as HTML with the same words: when the appointment is, never why or with
 * whom. It names no patient, loads nothing from elsewhere and has no links.
 */
public record NotificationText(String subject, String text, String html) {

    public static NotificationText of(Notification notification) {
        Translations translations = Translations.in(notification.locale());
        LocalizedTimeRange when = LocalizedTimeRange.of(interval(notification),
                notification.appointment().booking().slot().zone(), translations.locale());
        String subject = translations.say(notification.type(), "subject").replace("{date}", when.date());
        List<String> paragraphs = paragraphs(notification, translations, when);
        return new NotificationText(subject, String.join("\n\n", paragraphs) + "\n",
                new HtmlPage(translations).of(subject,
                        paragraphs));
    }

    private static List<String> paragraphs(Notification notification, Translations translations,
            LocalizedTimeRange when) {
        Optional<String> elsewhere = notification.patientZone().filter(when::differsIn)
                .map(zone -> LocalizedTimeRange.of(interval(notification), zone, translations.locale()).text())
                .map(text -> translations.say("elsewhere").replace("{when}", text));
        return Stream.of(Stream.of(translations.say(notification.type(), "lead"), when.text()), elsewhere.stream(),
                Stream.of(translations.say(attachment(notification.type())),
                        translations.say(closing(notification.type()))))
                .flatMap(part -> part).toList();
    }

    private static String attachment(NotificationType type) {
        return switch (type) {
            case CONFIRMATION, RESCHEDULE, UPDATE, REMINDER -> "calendar.enter";
            case CANCELLATION -> "calendar.remove";
        };
    }

    private static String closing(NotificationType type) {
        return switch (type) {
            case CONFIRMATION, RESCHEDULE, UPDATE, REMINDER -> "closing";
            case CANCELLATION -> "closing.cancelled";
        };
    }

    private static Interval interval(Notification notification) {
        return notification.appointment().interval();
    }

    /** The text form without content: the time of an appointment is protected, too. */
    @Override
    public String toString() {
        return "NotificationText[protected]";
    }
}
