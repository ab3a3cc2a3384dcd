package clinic.appointments.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * The identity of a calendar day: a patient or resource, and a UTC date. Written
 * {@code <patient|resource>#<id>#<date>}.
 *
 * @param date UTC date, because two appointments in different zones can overlap on different local dates
 */
public record CalendarId(CalendarOwner owner, LocalDate date) {

    /** All calendar days that the claims touch, each once. */
    public static List<CalendarId> touchedBy(Collection<Claim> claims) {
        return claims.stream().flatMap(Claim::days).distinct().toList();
    }

    /** Reads the text that {@link #toString()} makes. */
    public static CalendarId of(String written) {
        int hash = written.lastIndexOf('#');
        return new CalendarId(CalendarOwner.of(written.substring(0, hash)),
                LocalDate.parse(written.substring(hash + 1)));
    }

    @Override
    public String toString() {
        return owner + "#" + date;
    }
}
