package clinic.appointments.aws;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderKey;
import clinic.appointments.model.ReminderLease;
import clinic.appointments.model.ReminderState;
import clinic.appointments.model.UndeliverableCode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reminders in the form of before {@link ReminderItem}: they are read, and compared with what is stored. */
final class FormerReminderItem {

    /** Attribute of an appointment's item with the map of entries. */
    static final String NAME = "reminders";
    private static final String STATE = "s";
    private static final String CHANGED_AT = "at";
    private static final String DUE_AT = "due";
    private static final String CODE = "code";
    /** Attempt of the lease; an entry without a lease has neither this nor the next attribute. */
    private static final String ATTEMPT = "try";
    private static final String UNTIL = "end";

    private FormerReminderItem() {
    }

    static Map<String, AttributeValue> of(List<Reminder> reminders) {
        return reminders.stream()
                .collect(Collectors.toMap(reminder -> reminder.key().toString(), FormerReminderItem::entry));
    }

    static List<Reminder> read(Map<String, AttributeValue> stored) {
        return stored.entrySet().stream().map(entry -> read(entry.getKey(), Attributes.of(entry.getValue().m())))
                .sorted(Comparator.comparing(Reminder::dueAt)).toList();
    }

    private static AttributeValue entry(Reminder reminder) {
        return Attributes.empty().text(DUE_AT, reminder.dueAt().toString()).text(STATE, reminder.state().name())
                .text(CHANGED_AT, reminder.changedAt().toString())
                .text(CODE, reminder.code().map(UndeliverableCode::name))
                .text(ATTEMPT, reminder.lease().map(ReminderLease::attempt))
                .number(UNTIL, reminder.lease().map(ReminderLease::until).map(Instant::toEpochMilli)).asMap();
    }

    private static Reminder read(String key, Attributes map) {
        return new Reminder(ReminderKey.of(key), map.instant(DUE_AT), ReminderState.valueOf(map.text(STATE)),
                map.instant(CHANGED_AT), map.optionalText(CODE).map(UndeliverableCode::valueOf), lease(map));
    }

    private static Optional<ReminderLease> lease(Attributes map) {
        return map.optionalText(ATTEMPT)
                .map(attempt -> new ReminderLease(attempt, Instant.ofEpochMilli(map.number(UNTIL))));
    }
}
