package clinic.appointments.smoke;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.LocalSlot;

/**
 * The time of a smoke test's appointment: as short as the terms allow, and as soon, so that reminders planned a day
 * before have no time to be sent.
 */
final class SmokeSlot {

    /** The appointment can still be cancelled when all steps before have taken their time. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private SmokeSlot() {
    }

    /** The next slot that can be booked and cancelled, on the clock of UTC and on one date of it. */
    static LocalSlot next(BookingTerms terms, Instant now) {
        BookingTerms.Limits limits = terms.limits();
        Duration notice = longer(limits.minimumNotice(), limits.changeNotice()).plus(MARGIN);
        LocalDateTime start = wholeMinutes(LocalDateTime.ofInstant(now.plus(notice), ZoneOffset.UTC));
        LocalDateTime end = wholeMinutes(start.plus(limits.shortest()));
        LocalDateTime midnight = start.toLocalDate().plusDays(1).atStartOfDay();
        return end.isAfter(midnight)
                ? slot(midnight, wholeMinutes(midnight.plus(limits.shortest())))
                : slot(start, end);
    }

    private static LocalSlot slot(LocalDateTime start, LocalDateTime end) {
        return new LocalSlot(start.toLocalDate(), start.toLocalTime(), end.toLocalTime());
    }

    /** The API knows no seconds. */
    private static LocalDateTime wholeMinutes(LocalDateTime time) {
        LocalDateTime minute = time.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(time) ? minute : minute.plusMinutes(1);
    }

    private static Duration longer(Duration one, Duration other) {
        return Stream.of(one, other).max(Duration::compareTo).orElseThrow();
    }
}
