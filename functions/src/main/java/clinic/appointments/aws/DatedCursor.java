package clinic.appointments.aws;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;

import clinic.appointments.model.Dates;
import clinic.appointments.port.BadCursorException;

/**
 * A position in a list that goes over several dates, each a partition of its own.
 *
 * @param within
 *            the cursor within the date; empty for its beginning
 */
record DatedCursor(LocalDate date, Optional<String> within) {

    private static final String SEPARATOR = " ";

    String write() {
        String position = date + within.map(SEPARATOR::concat).orElse("");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a position.
     *
     * @throws BadCursorException
     *             when the text is none, or one outside of the dates
     */
    static DatedCursor read(String cursor, Dates dates) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR,
                    2);
            LocalDate date = LocalDate.parse(parts[0]);
            if (!dates.contains(date)) {
                throw new BadCursorException();
            }
            return new DatedCursor(date, parts.length == 1 ? Optional.empty() : Optional.of(parts[1]));
        } catch (DateTimeException | IllegalArgumentException bad) {
            throw new BadCursorException();
        }
    }

    /** Where the list goes on: within the date, else with the next one. */
    DatedCursor after(Optional<String> next) {
        return next.isPresent() ? new DatedCursor(date, next) : new DatedCursor(date.plusDays(1), Optional.empty());
    }
}
