package clinic.appointments.local.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.local.clock.Agenda;
import clinic.appointments.local.clock.Changes;
import clinic.appointments.local.clock.LocalClock;

/** The schedules that have not been delivered yet, by ARN, each with the time of its next attempt. */
final class ScheduleBook implements Agenda {

    private final Map<String, DeliveryAttempt> open = new HashMap<>();
    private final LocalClock clock;
    private final Changes changes = new Changes();

    /** The next attempt to deliver a schedule; the first is number 1. */
    record DeliveryAttempt(Schedule schedule, Instant at, int number) {
    }

    ScheduleBook(LocalClock clock) {
        this.clock = clock;
    }

    /** Adds an attempt unless the schedule is already present; returns the schedule that was present. */
    Optional<Schedule> add(DeliveryAttempt attempt) {
        Optional<DeliveryAttempt> present = putIfAbsent(attempt);
        changes.signal();
        return present.map(DeliveryAttempt::schedule);
    }

    private synchronized Optional<DeliveryAttempt> putIfAbsent(DeliveryAttempt attempt) {
        return Optional.ofNullable(open.putIfAbsent(attempt.schedule().arn(), attempt));
    }

    synchronized Optional<Schedule> find(String arn) {
        return Optional.ofNullable(open.get(arn)).map(DeliveryAttempt::schedule);
    }

    synchronized void remove(String arn) {
        open.remove(arn);
    }

    /** All schedules, in order of their time. */
    synchronized List<Schedule> schedules() {
        return open.values().stream().map(DeliveryAttempt::schedule).sorted(Comparator.comparing(Schedule::dueAt))
                .toList();
    }

    /** Removes and returns the due attempts, oldest first. */
    synchronized List<DeliveryAttempt> takeDue() {
        Instant now = clock.instant();
        List<DeliveryAttempt> due = open.values().stream().filter(attempt -> !attempt.at().isAfter(now))
                .sorted(Comparator.comparing(DeliveryAttempt::at)).toList();
        due.forEach(attempt -> open.remove(attempt.schedule().arn()));
        return due;
    }

    /** Waits until an attempt is due, at most for the given time; may return earlier. */
    void awaitDue(Duration atMost) throws InterruptedException {
        long millis = nextDue().map(due -> Duration.between(clock.instant(), due).toMillis())
                .orElse(atMost.toMillis());
        changes.awaitUnless(this::hasDue, Duration.ofMillis(Math.clamp(millis, 1, atMost.toMillis())));
    }

    void signal() {
        changes.signal();
    }

    @Override
    public synchronized boolean hasDue() {
        Instant now = clock.instant();
        return times().anyMatch(at -> !at.isAfter(now));
    }

    @Override
    public synchronized Optional<Instant> nextDue() {
        Instant now = clock.instant();
        return times().filter(at -> at.isAfter(now)).min(Comparator.naturalOrder());
    }

    private Stream<Instant> times() {
        return open.values().stream().map(DeliveryAttempt::at);
    }
}
