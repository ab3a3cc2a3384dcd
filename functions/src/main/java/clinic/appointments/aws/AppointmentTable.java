package clinic.appointments.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.OverdueRules;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The table of appointments, and its index of overdue work.
 *
 * @param overdueShards number of partitions of the index, so that no hour's reminders meet in one
 */
public record AppointmentTable(String name, int overdueShards) {

    /** An appointment's item, with its place in the index if it has open work. */
    Map<String, AttributeValue> item(Appointment appointment) {
        Map<String, AttributeValue> item = AppointmentItem.of(appointment);
        item.putAll(placeOf(appointment));
        return item;
    }

    /** Attributes of the index; empty when the appointment has no open work. */
    Map<String, AttributeValue> placeOf(Appointment appointment) {
        return OverdueRules.overdueFrom(appointment).map(from -> place(appointment.id(), from)).orElse(Map.of());
    }

    private Map<String, AttributeValue> place(AppointmentId id, Instant from) {
        return Attributes.empty().text(AppointmentsTable.OVERDUE_SHARD, shardOf(id))
                .text(AppointmentsTable.OVERDUE_FROM, new OverduePosition(from, id).text()).item();
    }

    private String shardOf(AppointmentId id) {
        return Integer.toString(Math.floorMod(id.value().hashCode(), overdueShards));
    }

    /** Every partition of the index. */
    List<String> shards() {
        return IntStream.range(0, overdueShards).mapToObj(Integer::toString).toList();
    }
}
