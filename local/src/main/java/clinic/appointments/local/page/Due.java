package clinic.appointments.local.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.schedule.Schedule;

/**
 * What happens next, in order of its time.
 *
 * @param next the first of what is due
 * @param all how much is due
 * @param recurring the recurring schedules
 * @param expiries when items expire, one for each table with a time to live
 */
public record Due(List<Event> next, int all, List<Recurring> recurring, List<Expiry> expiries) {

    private static final int SHOWN = 60;

    /**
     * Something that becomes due.
     *
     * @param story id whose story it belongs to
     */
    public record Event(Instant at, String what, String detail, String story) {
    }

    /**
     * A recurring schedule.
     *
     * @param at time at which it is due next
     * @param every time between two of them
     */
    public record Recurring(String id, Instant at, Duration every, String input) {
    }

    /**
     * The items of a table that expire.
     *
     * @param first time at which the first of them expires; empty if none does
     */
    public record Expiry(String table, int items, Optional<Instant> first) {
    }

    static Due of(StageReading reading) {
        Instant now = reading.now();
        List<Event> events = Stream.concat(
                reading.schedules().stream().map(Due::event),
                reading.messages(message -> message.isPresent() && message.visibleFrom().isAfter(now)).stream()
                        .map(message -> event(reading, message)))
                .sorted(Comparator.comparing(Event::at)).toList();
        return new Due(events.stream().limit(SHOWN).toList(), events.size(), recurring(reading), reading.expiries());
    }

    private static List<Recurring> recurring(StageReading reading) {
        Map<String, Instant> next = reading.recurring();
        return reading.deployment().recurringSchedules().stream().filter(each -> next.containsKey(each.id()))
                .map(each -> new Recurring(each.id(), Objects.requireNonNull(next.get(each.id())), each.rate(),
                        Pretty.text(each.input())))
                .sorted(Comparator.comparing(Recurring::at)).toList();
    }

    private static Event event(Schedule schedule) {
        String appointment = Pretty.field(schedule.input(), "appointmentId");
        return new Event(schedule.dueAt(), "%s %s %s".formatted(Pretty.field(schedule.input(), "type"), appointment,
                Pretty.field(schedule.input(), "reminder")).strip(),
                "schedule " + schedule.name() + "\n" + Pretty.text(schedule.input()), appointment);
    }

    private static Event event(StageReading reading, MessageTrail message) {
        return new Event(message.visibleFrom(), "message in %s is %s".formatted(reading.queueId(message),
                message.receivedAt().isEmpty() ? "no longer delayed" : "visible again"), Pretty.text(message.body()),
                message.messageId());
    }
}
