package clinic.appointments.aws;

import java.time.LocalDate;
import java.util.Optional;

import clinic.appointments.model.DateRange;
import clinic.appointments.port.BadCursorException;
import clinic.appointments.port.OpaqueCursor;

/**
 * A position in a list that spans several dates, each a partition of its own.
 *
 * @param within the {@link StartOrder} within the date, as text; empty for its beginning
 */
record DatedCursor(LocalDate date, Optional<String> within) {

    private static final String SEPARATOR = " ";

    String write() {
        return OpaqueCursor.write(date + within.map(SEPARATOR::concat).orElse(""));
    }

    /**
     * Reads a position.
     *
     * @throws BadCursorException when the text is not a cursor, or lies outside of the dates
     */
    static DatedCursor read(String cursor, DateRange dates) {
        DatedCursor read = OpaqueCursor.read(cursor, DatedCursor::of);
        if (!dates.contains(read.date)) {
            throw new BadCursorException();
        }
        return read;
    }

    private static DatedCursor of(String position) {
        String[] parts = position.split(SEPARATOR, 2);
        LocalDate date = LocalDate.parse(parts[0]);
        return new DatedCursor(date,
                parts.length == 1 ? Optional.empty() : Optional.of(StartOrder.parse(parts[1], date).text()));
    }

    /** The next position: within the date if it has more, otherwise in the next date. */
    DatedCursor after(Optional<String> next) {
        return next.isPresent() ? new DatedCursor(date, next) : new DatedCursor(date.plusDays(1), Optional.empty());
    }
}
