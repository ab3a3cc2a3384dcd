package clinic.appointments.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import clinic.appointments.model.Appointment;
import clinic.appointments.port.Notification;

/**
 * The entry of an appointment in the patient's calendar (RFC 5545; exchanged by RFC 5546). Each change of the
 * appointment is a higher sequence of the same entry, and a cancellation removes it. The same notification makes the
 * same entry, octet by octet.
 *
 * @param text the iCalendar object, with CRLF at the end of each line
 */
public record CalendarEvent(Method method, String text) {

    /** The instruction to the calendar (RFC 5546, section 1.4). */
    public enum Method {
        /** Add or update the entry. */
        REQUEST,
        /** Remove the entry. */
        CANCEL
    }

    /** Unreserved characters (RFC 3986, section 2.3), and the sub-delims that an address can hold. */
    private static final String MAY_STAND = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'*+";

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);

    /**
     * The calendar event for a notification.
     *
     * @param sender address from which the notification is sent
     */
    public static CalendarEvent of(Notification notification, String sender) {
        Method method = method(notification);
        ContentLines lines = new ContentLines().add("BEGIN", "VCALENDAR").add("VERSION", "2.0")
                .add("PRODID", "-//clinic.appointments//Appointment scheduling//EN").add("METHOD", method.name())
                .add("BEGIN", "VEVENT");
        describe(notification, sender, lines);
        lines.add("STATUS", status(method)).add("CLASS", "PRIVATE").add("END", "VEVENT").add("END", "VCALENDAR");
        return new CalendarEvent(method, lines.toString());
    }

    private static void describe(Notification notification, String sender, ContentLines lines) {
        Appointment appointment = notification.appointment();
        lines.add("UID", appointment.id() + "@" + sender.substring(sender.lastIndexOf('@') + 1))
                .add("SEQUENCE", Long.toString(appointment.version())).add("DTSTAMP", utc(appointment.updatedAt()))
                .add("DTSTART", utc(appointment.interval().start())).add("DTEND", utc(appointment.interval().end()))
                .addText("SUMMARY", Translations.in(notification.locale()).say("calendar.summary"))
                .add("ORGANIZER", mailto(sender))
                .add("ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE", mailto(notification.email()));
    }

    private static Method method(Notification notification) {
        return switch (notification.type()) {
            case CONFIRMATION, RESCHEDULE, UPDATE, REMINDER -> Method.REQUEST;
            case CANCELLATION -> Method.CANCEL;
        };
    }

    private static String status(Method method) {
        return switch (method) {
            case REQUEST -> "CONFIRMED";
            case CANCEL -> "CANCELLED";
        };
    }

    private static String utc(Instant instant) {
        return UTC.format(instant);
    }

    /** The address as a URI. */
    private static String mailto(String address) {
        int at = address.lastIndexOf('@');
        return "mailto:" + encoded(address.substring(0, at)) + "@" + encoded(address.substring(at + 1));
    }

    /**
     * RFC 6068, section 2: characters with a meaning in a URI, and characters not allowed in it, are encoded as octets.
     */
    private static String encoded(String part) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : part.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(MAY_STAND.indexOf(octet) < 0
                    ? "%%%02X".formatted(Byte.toUnsignedInt(octet))
                    : String.valueOf((char) octet));
        }
        return encoded.toString();
    }

    /** The event without its text, which names the patient's address. */
    @Override
    public String toString() {
        return "CalendarEvent[" + method + "]";
    }
}
