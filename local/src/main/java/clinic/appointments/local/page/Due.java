package clinic.appointments.local.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.schedule.Schedule;

/**
 * What happens next, in order of its time.
 *
 * @param next the first of what is due
 * @param all how much is due
 */
public record Due(List<Event> next, int all) {

    private static final int SHOWN = 60;

    /**
     * Something that becomes due.
     *
     * @param story id whose story it belongs to
     */
    public record Event(Instant at, String what, String detail, String story) {
    }

    static Due of(StageReading reading) {
        Instant now = reading.now();
        List<Event> events = Stream.concat(
                reading.schedules().stream().map(Due::event),
                reading.messages(message -> message.isPresent() && message.visibleFrom().isAfter(now)).stream()
                        .map(message -> event(reading, message)))
                .sorted(Comparator.comparing(Event::at)).toList();
        return new Due(events.stream().limit(SHOWN).toList(), events.size());
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
