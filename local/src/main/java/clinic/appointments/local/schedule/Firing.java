package clinic.appointments.local.schedule;

import java.time.Duration;
import java.time.Instant;

import clinic.appointments.local.call.AwsCallException;
import clinic.appointments.local.clock.Activity;
import clinic.appointments.local.clock.LocalClock;

/** Delivers due schedules until it is stopped; retries with growing pauses on the local clock. */
final class Firing implements Runnable {

    private static final Duration MAX_NAP = Duration.ofMillis(500);

    private final ScheduleBook book;
    private final LocalClock clock;
    private final Activity activity;
    private final ScheduleDelivery delivery;

    Firing(ScheduleBook book, LocalClock clock, Activity activity, ScheduleDelivery delivery) {
        this.book = book;
        this.clock = clock;
        this.activity = activity;
        this.delivery = delivery;
    }

    /** Runs until its thread is interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                book.awaitDue(MAX_NAP);
                fireDue();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void fireDue() {
        if (book.hasDue()) {
            try (Activity.Task _ = activity.begin()) {
                book.takeDue().forEach(this::fire);
            }
        }
    }

    private void fire(ScheduleBook.DeliveryAttempt attempt) {
        try {
            delivery.send(attempt.schedule(), attempt.number());
        } catch (AwsCallException e) {
            tryLater(attempt, e);
        }
    }

    private void tryLater(ScheduleBook.DeliveryAttempt attempt, AwsCallException why) {
        Schedule schedule = attempt.schedule();
        Instant next = clock.instant().plusSeconds(1L << Math.min(attempt.number(), 10));
        boolean hopeless = why.isDenied() || why.status() == 400;
        boolean over = attempt.number() > schedule.maximumRetries()
                || next.isAfter(schedule.dueAt().plus(schedule.maximumEventAge()));
        if (hopeless || over) {
            bury(schedule, why);
        } else {
            book.add(new ScheduleBook.DeliveryAttempt(schedule, next, attempt.number() + 1));
        }
    }

    private void bury(Schedule schedule, AwsCallException why) {
        try {
            delivery.bury(schedule, why);
        } catch (AwsCallException _) {
            // AWS drops the event as well, and counts it in InvocationsFailedToBeSentToDeadLetterCount.
        }
    }
}
