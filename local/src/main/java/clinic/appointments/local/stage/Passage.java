package clinic.appointments.local.stage;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.local.clock.Idleness;
import clinic.appointments.local.clock.LocalClock;
import clinic.appointments.local.schedule.Recurrence;

/** Lets time pass with a stop at each message, schedule and recurring schedule that becomes due, and no further. */
record Passage(LocalClock clock, Idleness idleness, Recurrence recurrence) {

    void until(Instant target) throws InterruptedException {
        idleness.awaitQuiet();
        for (Optional<Instant> next = next(target); next.isPresent(); next = next(target)) {
            stopAt(next.get());
        }
        stopAt(target);
    }

    private void stopAt(Instant instant) throws InterruptedException {
        clock.advanceTo(instant);
        recurrence.fireDue();
        idleness.awaitQuiet();
    }

    private Optional<Instant> next(Instant target) {
        return Stream.concat(idleness.nextDue().stream(), recurrence.next().values().stream())
                .filter(due -> !due.isAfter(target)).min(Instant::compareTo);
    }
}
