package clinic.appointments.local.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.page.Arrow.Purpose;
import clinic.appointments.local.page.Topology.Part;
import clinic.appointments.local.page.Topology.Way;
import clinic.appointments.local.schedule.Schedule;
import clinic.appointments.local.template.RecurringSchedule;
import clinic.appointments.local.template.ScheduleGroup;
import com.fasterxml.jackson.databind.JsonNode;

/** What is inside each part of a stage at one moment, as short texts. */
final class Figures {

    private final StageReading reading;
    private final Instant now;
    private final Map<String, List<MessageTrail>> waiting;
    private final Map<String, InvocationCount> invocations;

    private record InvocationCount(int all, int failed) {

        private static final InvocationCount NONE = new InvocationCount(0, 0);

        static InvocationCount of(JsonNode segment) {
            return new InvocationCount(1, segment.path("fault").asBoolean() ? 1 : 0);
        }

        InvocationCount plus(InvocationCount other) {
            return new InvocationCount(all + other.all, failed + other.failed);
        }
    }

    private Figures(StageReading reading) {
        this.reading = reading;
        this.now = reading.now();
        this.waiting = reading.waiting();
        this.invocations = invocations(reading.segments());
    }

    static Figures of(StageReading reading) {
        return new Figures(reading);
    }

    List<String> of(Part part) {
        return switch (part.kind()) {
            case API -> List.of("%d paths".formatted(paths(part)));
            case TIMER -> List.of("every " + Times.text(rate(part)));
            case QUEUE -> List.of(visible(part) + " waiting", inFlight(part.id()) + " in flight",
                    delayed(part) + " delayed");
            case DEAD_LETTERS -> List.of(messages(part.id()).size() + " dead");
            case FUNCTION -> invocations(part);
            case TABLE -> List.of(reading.items(reading.table(part.id())) + " items");
            case SCHEDULES -> schedules(part);
            case MAIL -> List.of(reading.mails().size() + " sent");
        };
    }

    /** Whether a dead letter or a failed invocation is inside. */
    boolean alarming(Part part) {
        return switch (part.kind()) {
            case DEAD_LETTERS -> !messages(part.id()).isEmpty();
            case FUNCTION -> invocations.getOrDefault(part.arn(), InvocationCount.NONE).failed() > 0;
            case API, TIMER, QUEUE, TABLE, SCHEDULES, MAIL -> false;
        };
    }

    /** The messages that a way carries now. */
    String on(Way way) {
        long moving = way.purpose() == Purpose.FEED ? inFlight(way.from()) : 0;
        return moving == 0 ? "" : Long.toString(moving);
    }

    private List<String> invocations(Part part) {
        InvocationCount counted = invocations.getOrDefault(part.arn(), InvocationCount.NONE);
        return counted.failed() == 0 ? List.of(counted.all() + " invocations")
                : List.of(counted.all() + " invocations", counted.failed() + " failed");
    }

    private List<String> schedules(Part part) {
        List<Schedule> open = new ArrayList<>(reading.schedules());
        open.removeIf(schedule -> reading.deployment().scheduleGroups().stream().filter(group -> group.id().equals(
                part.id())).map(ScheduleGroup::name).noneMatch(schedule.group()::equals));
        return open.isEmpty() ? List.of("none open")
                : List.of(open.size() + " open", "next " + Times.minute(open.getFirst().dueAt()));
    }

    private List<MessageTrail> messages(String queue) {
        return waiting.getOrDefault(queue, List.of());
    }

    private long visible(Part part) {
        return messages(part.id()).stream().filter(message -> !message.visibleFrom().isAfter(now)).count();
    }

    private long inFlight(String queue) {
        return messages(queue).stream()
                .filter(message -> message.visibleFrom().isAfter(now) && !message.receivedAt().isEmpty()).count();
    }

    private long delayed(Part part) {
        return messages(part.id()).stream()
                .filter(message -> message.visibleFrom().isAfter(now) && message.receivedAt().isEmpty()).count();
    }

    private int paths(Part part) {
        return reading.deployment().apis().stream().filter(api -> api.id().equals(part.id()))
                .mapToInt(api -> api.body().path("paths").size()).sum();
    }

    private Duration rate(Part part) {
        return reading.deployment().recurringSchedules().stream().filter(each -> each.id().equals(part.id()))
                .map(RecurringSchedule::rate).findFirst().orElseThrow();
    }

    private static Map<String, InvocationCount> invocations(List<JsonNode> segments) {
        Map<String, InvocationCount> counted = new HashMap<>();
        segments.stream().filter(segment -> segment.has("resource_arn")).forEach(segment -> counted.merge(
                segment.path("resource_arn").asText(), InvocationCount.of(segment), InvocationCount::plus));
        return counted;
    }
}
