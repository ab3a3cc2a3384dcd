package clinic.appointments.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The local clock runs ahead of real time and never goes back. */
class LocalClockTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final LocalClock clock = new LocalClock(InstantSource.fixed(NOON));

    @Test
    void isRealTimeAtFirst() {
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void addsUpWhatItIsRunAhead() {
        clock.advanceBy(Duration.ofHours(1));
        clock.advanceTo(NOON.plusSeconds(7200));
        assertThat(clock.ahead()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void staysWhereItIsWhenTheTargetHasPassed() {
        clock.advanceTo(NOON.minusSeconds(1));
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void knowsWhatItShowedAtAnInstantOfRealTime() {
        assertThat(clock.at(NOON)).isEqualTo(NOON);
        clock.advanceBy(Duration.ofHours(1));
        clock.advanceBy(Duration.ofHours(1));
        assertThat(clock.at(NOON.minusMillis(1))).isEqualTo(NOON.minusMillis(1));
        assertThat(clock.at(NOON.plusSeconds(5))).isEqualTo(NOON.plusSeconds(7205));
    }

    @Test
    void refusesToRunBack() {
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advanceBy(Duration.ofSeconds(-1)));
    }

    @Test
    void tellsItsListenersTheNewTime() {
        List<Instant> told = new ArrayList<>();
        clock.onAdvance(() -> told.add(clock.instant()));
        clock.advanceBy(Duration.ofMinutes(3));
        assertThat(told).containsExactly(NOON.plusSeconds(180));
    }
}
