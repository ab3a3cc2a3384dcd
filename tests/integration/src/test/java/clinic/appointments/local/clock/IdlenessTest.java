package clinic.appointments.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Waiting for idleness advances the clock to waiting work, in order, and times out. */
class IdlenessTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final LocalClock clock = new LocalClock(InstantSource.fixed(NOON));
    private final Activity activity = new Activity();
    private final List<String> happened = new ArrayList<>();
    private final Due messages = new Due();
    private final Due schedules = new Due();

    /** Events that happen as soon as the clock reaches them. */
    private final class Due implements Agenda {

        private final TreeMap<Instant, String> entries = new TreeMap<>();

        private Due() {
            clock.onAdvance(this::take);
        }

        private void take() {
            while (hasDue()) {
                happened.add(entries.pollFirstEntry().getValue());
            }
        }

        @Override
        public boolean hasDue() {
            return !entries.isEmpty() && !entries.firstKey().isAfter(clock.instant());
        }

        @Override
        public Optional<Instant> nextDue() {
            return entries.keySet().stream().filter(at -> at.isAfter(clock.instant())).findFirst();
        }
    }

    private Idleness idleness(Optional<RuntimeException> problem, Duration limit) {
        return new Idleness(clock, activity, messages, schedules, () -> problem, limit);
    }

    @Test
    void jumpsToEachRetryAndLeavesSchedulesAlone() throws InterruptedException {
        messages.entries.put(NOON.plusSeconds(180), "retry");
        messages.entries.put(NOON.plusSeconds(5), "delayed");
        schedules.entries.put(NOON.plus(Duration.ofDays(1)), "reminder");
        idleness(Optional.empty(), Duration.ofSeconds(5)).awaitIdle();
        assertThat(clock.ahead()).isEqualTo(Duration.ofMinutes(3));
        assertThat(happened).containsExactly("delayed", "retry");
    }

    @Test
    void runsAheadThroughSchedulesAndRetriesInTheirOrder() throws InterruptedException {
        schedules.entries.put(NOON.plus(Duration.ofHours(23)), "reminder");
        schedules.entries.put(NOON.plus(Duration.ofHours(49)), "too far");
        messages.entries.put(NOON.plusSeconds(180), "retry");
        idleness(Optional.empty(), Duration.ofSeconds(5)).runAhead(Duration.ofDays(2));
        assertThat(happened).containsExactly("retry", "reminder");
        assertThat(clock.ahead()).isEqualTo(Duration.ofDays(2).plusSeconds(180));
    }

    @Test
    void waitsForWorkThatRuns() throws InterruptedException {
        Activity.Task work = activity.begin();
        Thread end = Thread.ofVirtual().start(work::close);
        idleness(Optional.empty(), Duration.ofSeconds(5)).awaitIdle();
        end.join();
        assertThat(activity.reading().running()).isZero();
    }

    @Test
    void givesUpOnWorkThatDoesNotEnd() {
        activity.begin();
        assertThatExceptionOfType(StillBusyException.class)
                .isThrownBy(() -> idleness(Optional.empty(), Duration.ofMillis(50)).awaitIdle());
    }

    @Test
    void saysWhyWorkWillNeverBeTaken() {
        messages.entries.put(NOON, "denied");
        assertThatIllegalStateException()
                .isThrownBy(() -> idleness(Optional.of(new IllegalStateException("denied")), Duration.ofSeconds(5))
                        .awaitIdle())
                .withMessage("denied");
    }
}
