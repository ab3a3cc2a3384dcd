package clinic.appointments.local.page;

import java.util.HashMap;
import java.util.Map;

/**
 * A calendar entry as a mail program shows it (RFC 5545).
 *
 * @param method what to do with it, such as {@code REQUEST}
 * @param appointment the appointment's id, which begins its unique id
 * @param start as in the file
 * @param end as in the file
 */
public record LetterEvent(String method, String summary, String appointment, String start, String end,
        String status, String source) {

    static LetterEvent read(String source) {
        Map<String, String> properties = new HashMap<>();
        // A line that begins with a space continues the one before (section 3.1).
        source.replaceAll("\r?\n[ \t]", "").lines().filter(line -> line.contains(":"))
                .forEach(line -> properties.putIfAbsent(line.replaceFirst("[;:].*", ""),
                        line.substring(line.indexOf(':') + 1)));
        return new LetterEvent(text(properties, "METHOD"), text(properties, "SUMMARY"),
                text(properties, "UID").replaceFirst("@.*", ""), time(properties, "DTSTART"),
                time(properties, "DTEND"), text(properties, "STATUS"), source);
    }

    private static String text(Map<String, String> properties, String name) {
        return properties.getOrDefault(name, "");
    }

    /** {@code 2026-12-01 09:00 UTC} of {@code 20261201T090000Z}. */
    private static String time(Map<String, String> properties, String name) {
        return text(properties, name).replaceFirst("^(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)\\d\\d", "$1-$2-$3 $4:$5")
                .replaceFirst("Z$", " UTC");
    }
}
