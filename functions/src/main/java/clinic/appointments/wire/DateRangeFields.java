package clinic.appointments.wire;

import java.time.LocalDate;
import java.util.Optional;

import clinic.appointments.model.DateRange;
import clinic.appointments.model.InvalidValueException;

/** The two fields of a range of dates: {@code from} and {@code to}. */
public final class DateRangeFields {

    private DateRangeFields() {
    }

    /**
     * The range from one date to another, or of one date only.
     *
     * @param atMost greatest number of dates
     * @throws InvalidValueException when it ends before it begins, or has more dates
     */
    public static DateRange range(LocalDate from, Optional<LocalDate> to, int atMost) {
        LocalDate last = to.orElse(from);
        InvalidValueException.unless(!last.isBefore(from) && last.isBefore(from.plusDays(atMost)), "to",
                "must be from the date of from to " + (atMost - 1) + " days later");
        return new DateRange(from, last);
    }
}
