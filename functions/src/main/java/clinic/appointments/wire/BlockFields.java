package clinic.appointments.wire;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

import clinic.appointments.model.LocalPeriod;

/** The JSON fields of a block's period: {@code from} and {@code to}, each a local date or a local time. */
final class BlockFields {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
            .withResolverStyle(ResolverStyle.STRICT);
    private static final String RULE = "must be a date such as 2026-05-03, or a time such as 2026-05-03T14:00";

    private BlockFields() {
    }

    /** A date is blocked as a whole; a time at the end is exclusive. */
    static LocalPeriod period(Fields fields) {
        return new LocalPeriod(fields.parsed("from", BlockFields::start, RULE),
                fields.parsed("to", BlockFields::end, RULE));
    }

    private static LocalDateTime start(String text) {
        return Fields.isDate(text) ? LocalDate.parse(text).atStartOfDay() : time(text);
    }

    private static LocalDateTime end(String text) {
        return Fields.isDate(text)
                ? LocalDate.parse(text).plusDays(1).atStartOfDay()
                : time(text);
    }

    private static LocalDateTime time(String text) {
        LocalDateTime time = LocalDateTime.parse(text, TIME);
        if (!Fields.isDate(time.toLocalDate().toString())) {
            throw new IllegalArgumentException("not a time of four digits of year");
        }
        return time;
    }
}
