package clinic.appointments.aws;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.port.BadCursorException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A position in the list of overdue work, the same in every shard: a quarter of an hour and an appointment. */
record OverduePosition(String from, String id) implements Comparable<OverduePosition> {

    private static final String SEPARATOR = " ";

    static OverduePosition of(Map<String, AttributeValue> entry) {
        Attributes key = Attributes.of(entry);
        return new OverduePosition(key.text(AppointmentsTable.OVERDUE_FROM), key.text(AppointmentsTable.KEY));
    }

    /**
     * Reads a position.
     *
     * @throws BadCursorException when the text is not a cursor, or lies after the time of the search
     */
    static OverduePosition read(String cursor, Instant now) {
        OverduePosition read = OpaqueCursor.read(cursor, OverduePosition::parse);
        if (read.from.compareTo(stored(now)) > 0) {
            throw new BadCursorException();
        }
        return read;
    }

    private static OverduePosition parse(String position) {
        String[] parts = position.split(SEPARATOR, 2);
        return new OverduePosition(stored(Instant.parse(parts[0])),
                new AppointmentId(parts[parts.length - 1]).value());
    }

    String write() {
        return OpaqueCursor.write(from + SEPARATOR + id);
    }

    /** The key in one shard after which a query continues; it need not exist. */
    Map<String, AttributeValue> key(String shard) {
        return Map.of(AppointmentsTable.OVERDUE_SHARD, Attributes.textOf(shard), AppointmentsTable.OVERDUE_FROM,
                Attributes.textOf(from), AppointmentsTable.KEY, Attributes.textOf(id));
    }

    /** A time in the text form in which DynamoDB compares it: whole seconds. */
    static String stored(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @Override
    public int compareTo(OverduePosition other) {
        return Comparator.comparing(OverduePosition::from).thenComparing(OverduePosition::id).compare(this, other);
    }
}
