package clinic.appointments.aws;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.port.BadCursorException;
import clinic.appointments.port.OpaqueCursor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A position in the list of overdue work, the same in every shard: a quarter of an hour and an appointment. Its text is
 * the sort key of the index. The id is part of it, since DynamoDB defines no order for equal sort keys, and a query
 * that continues after a key of another shard would repeat or leave out some of them.
 */
record OverduePosition(Instant from, AppointmentId id) implements Comparable<OverduePosition> {

    private static final String SEPARATOR = " ";

    static OverduePosition of(Map<String, AttributeValue> entry) {
        return parse(Attributes.of(entry).text(AppointmentsTable.OVERDUE_FROM));
    }

    /**
     * Reads a position.
     *
     * @throws BadCursorException when the text is not a cursor, or lies after the time of the search
     */
    static OverduePosition read(String cursor, Instant now) {
        OverduePosition read = OpaqueCursor.read(cursor, OverduePosition::parse);
        if (read.from.isAfter(now)) {
            throw new BadCursorException();
        }
        return read;
    }

    private static OverduePosition parse(String position) {
        String[] parts = position.split(SEPARATOR, 2);
        return new OverduePosition(Instant.parse(parts[0]), new AppointmentId(parts[parts.length - 1]));
    }

    String write() {
        return OpaqueCursor.write(text());
    }

    /** The key in one shard after which a query continues; it need not exist. */
    Map<String, AttributeValue> key(String shard) {
        return Map.of(AppointmentsTable.OVERDUE_SHARD, Attributes.textOf(shard), AppointmentsTable.OVERDUE_FROM,
                Attributes.textOf(text()), AppointmentsTable.KEY, Attributes.textOf(id.value()));
    }

    String text() {
        return stored(from) + SEPARATOR + id.value();
    }

    /** The least sort key that lies after a time. */
    static String after(Instant time) {
        return stored(time.plusSeconds(1));
    }

    private static String stored(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @Override
    public int compareTo(OverduePosition other) {
        return text().compareTo(other.text());
    }
}
