package clinic.appointments.aws;

import java.time.Instant;
import java.util.Map;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A position in the list of a date's appointments, the same in every shard: a start and an appointment. Its text is the
 * sort key of the index. The id is part of it for the same reason as in {@link OverduePosition}.
 */
record StartOrder(Instant start, AppointmentId id) implements Comparable<StartOrder> {

    /** A text before every position: an instant after the year 9999 begins with a plus. */
    static final String BEFORE_ALL = "+";

    private static final String SEPARATOR = " ";

    static StartOrder of(Appointment appointment) {
        return new StartOrder(appointment.startAt(), appointment.id());
    }

    static StartOrder of(Map<String, AttributeValue> entry) {
        return parse(Attributes.of(entry).text(AppointmentsTable.START_ORDER));
    }

    static StartOrder parse(String position) {
        String[] parts = position.split(SEPARATOR, 2);
        return new StartOrder(Instant.parse(parts[0]), new AppointmentId(parts[parts.length - 1]));
    }

    String text() {
        return start + SEPARATOR + id.value();
    }

    @Override
    public int compareTo(StartOrder other) {
        return text().compareTo(other.text());
    }
}
