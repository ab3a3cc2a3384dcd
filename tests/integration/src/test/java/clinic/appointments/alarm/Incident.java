package clinic.appointments.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.Fault;
import clinic.appointments.local.gateway.FaultEffect;
import clinic.appointments.local.gateway.RecordedCall;
import clinic.appointments.local.gateway.Service;
import clinic.appointments.local.stage.LocalStage;

/** Some minutes of a stage on its own clock, maybe with something wrong, and the alarms that go on meanwhile. */
final class Incident {

    private static final Duration BEAT = Duration.ofSeconds(30);
    private static final int BEATS_A_MINUTE = 2;
    private static final Duration BETWEEN_RECONCILIATIONS = Duration.ofMinutes(15);
    /** More calls than functions make during an incident. */
    private static final int ALL = 1_000;

    private final LocalStage stage;
    private final Clients clients;
    private final Instant begin;
    private final LocalMetrics metrics;
    private Optional<String> throttledTable = Optional.empty();

    /** What somebody does in it. */
    interface Deed {
        void in(Incident incident) throws InterruptedException;
    }

    /**
     * An alarm that went on.
     *
     * @param minute after the begin of the incident
     */
    record Page(int minute, Alarm alarm) {

        @Override
        public String toString() {
            return "after %d min %s #%s".formatted(minute, alarm.id(), alarm.section());
        }
    }

    private Incident(LocalStage stage, Clients clients) {
        this.stage = stage;
        this.clients = clients;
        this.begin = stage.clock().instant();
        this.metrics = new LocalMetrics(stage, begin, this::isThrottled);
    }

    /** The first page of each alarm, in the order in which they come. */
    static List<Page> of(LocalStage stage, PlantedFault fault) throws InterruptedException {
        return of(stage, fault.minutes(), fault::plant, fault::work);
    }

    /** As above; clients work on every beat. */
    static List<Page> of(LocalStage stage, int minutes, Deed plant, Deed work) throws InterruptedException {
        Incident incident = new Incident(stage, Clients.of(stage));
        try {
            plant.in(incident);
            incident.pass(minutes, work);
            return incident.pages(minutes);
        } finally {
            incident.end();
        }
    }

    LocalStage stage() {
        return stage;
    }

    Clients clients() {
        return clients;
    }

    LocalMetrics metrics() {
        return metrics;
    }

    /** Somebody books, and somebody asks. */
    void usual() throws InterruptedException {
        clients.book();
        clients.ask(metrics);
    }

    /** Nobody does anything. */
    void quiet() {
        // As in most nights.
    }

    /** From now on, every such call ends like that. */
    void let(CallMatch call, FaultEffect effect) {
        IntStream.rangeClosed(1, ALL).forEach(
                occurrence -> stage.gateway().faults().add(call, occurrence, Fault.Moment.BEFORE, effect));
    }

    /** From now on, DynamoDB throttles every call on a table. */
    void throttle(String table) {
        throttledTable = Optional.of(table);
        let(new CallMatch(Optional.empty(), Optional.of(Service.DYNAMODB), Optional.empty(), throttledTable),
                new FaultEffect.Throttle());
    }

    private boolean isThrottled(RecordedCall call) {
        return throttledTable.stream().anyMatch(
                table -> call.resources().stream().anyMatch(arn -> arn.contains("table/" + table)));
    }

    private void pass(int minutes, Deed work) throws InterruptedException {
        for (int beat = 1; beat <= minutes * BEATS_A_MINUTE; beat++) {
            work.in(this);
            Instant end = begin.plus(BEAT.multipliedBy(beat));
            stage.passUntil(end);
            if (beat % BEATS_A_MINUTE == 0) {
                metrics.lookAtQueues(end.minusMillis(1));
            }
        }
    }

    private List<Page> pages(int minutes) {
        Measurements measured = metrics.all();
        List<Alarm> silent = new ArrayList<>(AlarmTemplates.paging(stage.assembly()));
        List<Page> pages = new ArrayList<>();
        for (int minute = 1; minute <= minutes; minute++) {
            Instant now = begin.plus(Duration.ofMinutes(minute));
            List<Alarm> on = silent.stream().filter(alarm -> alarm.isOn(measured, begin, now)).toList();
            for (Alarm alarm : on) {
                pages.add(new Page(minute, alarm));
            }
            silent.removeAll(on);
        }
        return pages;
    }

    /** Lets the stage recover, with two reconciliations. */
    private void end() throws InterruptedException {
        stage.gateway().faults().clear();
        stage.awaitIdle();
        stage.schedules().forEach(stage::forget);
        for (int reconciliation = 0; reconciliation < 2; reconciliation++) {
            stage.passUntil(stage.clock().instant().plus(BETWEEN_RECONCILIATIONS));
            stage.awaitIdle();
        }
    }
}
