package clinic.appointments.local.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import clinic.appointments.local.call.AwsCallException;
import clinic.appointments.local.clock.Activity;
import clinic.appointments.local.template.RecurringSchedule;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Fires the template's recurring schedules. While the clock runs at normal speed, they fire at their rate; when it is
 * run ahead, {@link #fireDue} fires each of them once, so that a run of two days does not take two hundred times as
 * long as one of fifteen minutes.
 */
public final class Recurrence implements AutoCloseable {

    private final List<RecurringSchedule> schedules;
    private final InstantSource clock;
    private final Activity activity;
    private final ScheduleDelivery delivery;
    private final Map<String, Instant> nextByClock = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /** Begins at once; each schedule fires for the first time after its rate. */
    public Recurrence(List<RecurringSchedule> schedules, InstantSource clock, Activity activity,
            ScheduleDelivery delivery) {
        this.schedules = schedules;
        this.clock = clock;
        this.activity = activity;
        this.delivery = delivery;
        schedules.forEach(schedule -> nextByClock.put(schedule.id(), clock.instant().plus(schedule.rate())));
        this.thread = Thread.ofVirtual().name("recurrence").start(this::run);
    }

    /** The time at which each of them is due next. */
    public synchronized Map<RecurringSchedule, Instant> next() {
        return schedules.stream().collect(Collectors.toMap(schedule -> schedule,
                schedule -> Objects.requireNonNull(nextByClock.get(schedule.id()))));
    }

    /** Fires once each schedule that has become due while the clock was run ahead. */
    public void fireDue() {
        schedules.stream().filter(this::isDue).forEach(this::fire);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits in real time, because the local clock may be run ahead at any moment. */
    private void run() {
        Optional<Duration> shortest = schedules.stream().map(RecurringSchedule::rate).min(Duration::compareTo);
        try {
            while (shortest.isPresent() && !closed.await(shortest.get().toMillis(), TimeUnit.MILLISECONDS)) {
                fireDue();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isDue(RecurringSchedule schedule) {
        return !Objects.requireNonNull(nextByClock.get(schedule.id())).isAfter(clock.instant());
    }

    private synchronized void fire(RecurringSchedule recurring) {
        Instant now = clock.instant();
        nextByClock.put(recurring.id(), now.plus(recurring.rate()));
        Schedule due = new Schedule(recurring.id(), recurring.group(), arn(recurring), now,
                recurring.targetArn(), recurring.roleArn(), recurring.input(), recurring.deadLetterArn(),
                recurring.rate(), 0,
                MissingNode.getInstance());
        try (Activity.Task _ = activity.begin()) {
            deliver(due);
        }
    }

    /** In the region and the account of its target. */
    private static String arn(RecurringSchedule recurring) {
        String[] target = recurring.targetArn().split(":", -1);
        return "arn:aws:scheduler:%s:%s:schedule/%s/%s".formatted(target[3], target[4], recurring.group(),
                recurring.id());
    }

    /** A denied delivery is on the gateway's record. */
    private void deliver(Schedule due) {
        try {
            delivery.send(due, 1);
        } catch (AwsCallException why) {
            delivery.bury(due, why);
        }
    }
}
