package clinic.appointments.aws;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A position in the list of a date's appointments, the same in every shard: a start and an appointment. Its text is the
 * sort key of the index. The id is part of it for the same reason as in {@link OverduePosition}.
 */
record StartOrder(Instant start, AppointmentId id) implements Comparable<StartOrder> {

    /** A text before every position. */
    static final String BEFORE_ALL = "+";

    /** Minutes since 1970 in so many digits, enough until the year 6000: short, and in the order of the texts. */
    private static final int DIGITS = 6;
    private static final int RADIX = 36;
    private static final Pattern POSITION = Pattern.compile("[0-9a-z]{" + DIGITS + "}.+");
    private static final int SECONDS_A_MINUTE = 60;

    static StartOrder of(Appointment appointment) {
        return new StartOrder(appointment.startAt(), appointment.id());
    }

    static StartOrder of(Map<String, AttributeValue> entry) {
        return parse(Attributes.of(entry).text(AppointmentsTable.START_ORDER));
    }

    /** Throws {@link IllegalArgumentException} when the text is no position on the date, in whatever time zone. */
    static StartOrder parse(String position, LocalDate date) {
        StartOrder parsed = parse(position);
        if (Math.abs(ChronoUnit.DAYS.between(date, LocalDate.ofInstant(parsed.start, ZoneOffset.UTC))) > 1) {
            throw new IllegalArgumentException("a position on another date");
        }
        return parsed;
    }

    private static StartOrder parse(String position) {
        if (!POSITION.matcher(position).matches()) {
            throw new IllegalArgumentException("no position");
        }
        long minutes = Long.parseLong(position.substring(0, DIGITS), RADIX);
        return new StartOrder(Instant.ofEpochSecond(minutes * SECONDS_A_MINUTE),
                new AppointmentId(position.substring(DIGITS)));
    }

    String text() {
        String minutes = Long.toString(start.getEpochSecond() / SECONDS_A_MINUTE, RADIX);
        return "0".repeat(DIGITS - minutes.length()) + minutes + id.value();
    }

    @Override
    public int compareTo(StartOrder other) {
        return text().compareTo(other.text());
    }
}
