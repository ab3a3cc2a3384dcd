package clinic.appointments.aws;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.HistoryEntry;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderKey;
import clinic.appointments.model.ReminderLease;
import clinic.appointments.model.ReminderState;
import clinic.appointments.model.UndeliverableCode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reminders as a map within an appointment's item, by their key, so that one can be leased without touching others.
 */
final class ReminderItem {

    /** Attribute of an appointment's item with the map of entries. */
    static final String NAME = "rem";
    static final String STATE = "s";
    /** Attempt of the lease; an entry without a lease has neither this nor the next attribute. */
    static final String ATTEMPT = "a";
    static final String UNTIL = "u";
    private static final String CHANGED_AT = "t";
    private static final String DUE_AT = "d";
    private static final String CODE = "c";
    private static final Codes<ReminderState> STATES = Codes.of(ReminderState.values(), ReminderItem::code);

    private ReminderItem() {
    }

    static Map<String, AttributeValue> of(Appointment appointment) {
        ReminderTimes times = new ReminderTimes(appointment.history());
        return appointment.reminders().stream()
                .collect(Collectors.toMap(reminder -> reminder.key().toString(), reminder -> entry(reminder, times)));
    }

    static List<Reminder> read(Map<String, AttributeValue> stored, List<HistoryEntry> history) {
        ReminderTimes times = new ReminderTimes(history);
        return stored.entrySet().stream()
                .map(entry -> read(entry.getKey(), Attributes.of(entry.getValue().m()), times))
                .sorted(Comparator.comparing(Reminder::dueAt)).toList();
    }

    private static AttributeValue entry(Reminder reminder, ReminderTimes times) {
        Attributes map = Attributes.empty().text(STATE, code(reminder.state()))
                .text(CODE, reminder.code().map(UndeliverableCode::name))
                .text(ATTEMPT, reminder.lease().map(ReminderLease::attempt))
                .number(UNTIL, reminder.lease().map(ReminderLease::until).map(Instant::toEpochMilli));
        times.write(DUE_AT, reminder.dueAt(), map);
        times.write(CHANGED_AT, reminder.changedAt(), map);
        return map.asMap();
    }

    private static Reminder read(String key, Attributes map, ReminderTimes times) {
        return new Reminder(ReminderKey.of(key), times.read(DUE_AT, map), STATES.read(map.text(STATE)),
                times.read(CHANGED_AT, map), map.optionalText(CODE).map(UndeliverableCode::valueOf), lease(map));
    }

    private static Optional<ReminderLease> lease(Attributes map) {
        return map.optionalText(ATTEMPT)
                .map(attempt -> new ReminderLease(attempt, Instant.ofEpochMilli(map.number(UNTIL))));
    }

    /** The state as stored: short, because an appointment that was moved has many reminders. */
    static String code(ReminderState state) {
        return switch (state) {
            case SCHEDULED -> "due";
            case SENT -> "sent";
            case SKIPPED_TOO_LATE -> "late";
            case SKIPPED_QUIET_HOURS -> "quiet";
            case SKIPPED_CANCELLED -> "off";
            case SKIPPED_RESCHEDULED -> "moved";
            case SKIPPED_COMPLETED -> "done";
            case SKIPPED_OPTED_OUT -> "no";
            case SKIPPED_NO_ADDRESS -> "none";
            case SKIPPED_UNDELIVERABLE -> "undel";
        };
    }
}
