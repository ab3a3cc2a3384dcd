package clinic.appointments.aws;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.OverdueRules;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The table of appointments, and the shards of its indexes.
 *
 * @param overdueShards number of partitions of the index of overdue work, so that no hour's reminders meet in one
 * @param statusShards number of partitions of each date in the index by status, so that no date's bookings meet in one
 */
public record AppointmentTable(String name, int overdueShards, int statusShards) {

    private static final String SHARD = "#";

    /** An appointment's item, with its places in the indexes. */
    Map<String, AttributeValue> item(Appointment appointment) {
        Map<String, AttributeValue> item = AppointmentItem.of(appointment);
        item.putAll(placeByStart(appointment));
        item.putAll(placeOf(appointment));
        return item;
    }

    /** Attributes of the index by status. */
    Map<String, AttributeValue> placeByStart(Appointment appointment) {
        return Attributes.empty()
                .text(AppointmentsTable.DAY_SHARD,
                        appointment.slot().date() + SHARD + shardOf(appointment.id(), statusShards))
                .text(AppointmentsTable.START_ORDER, StartOrder.of(appointment).text()).item();
    }

    /** Every partition of a date in the index by status. */
    Stream<String> shardsOf(LocalDate date) {
        return IntStream.range(0, statusShards).mapToObj(shard -> date + SHARD + shard);
    }

    /** Attributes of the index of overdue work; empty when the appointment has no open work. */
    Map<String, AttributeValue> placeOf(Appointment appointment) {
        return OverdueRules.overdueFrom(appointment).map(from -> place(appointment.id(), from)).orElse(Map.of());
    }

    private Map<String, AttributeValue> place(AppointmentId id, Instant from) {
        return Attributes.empty().text(AppointmentsTable.OVERDUE_SHARD, shardOf(id, overdueShards))
                .text(AppointmentsTable.OVERDUE_FROM, new OverduePosition(from, id).text()).item();
    }

    private static String shardOf(AppointmentId id, int shards) {
        return Integer.toString(Math.floorMod(id.value().hashCode(), shards));
    }

    /** Every partition of the index of overdue work. */
    List<String> shards() {
        return IntStream.range(0, overdueShards).mapToObj(Integer::toString).toList();
    }
}
