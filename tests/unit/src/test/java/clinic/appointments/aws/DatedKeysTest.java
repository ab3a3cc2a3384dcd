package clinic.appointments.aws;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.Page;
import clinic.appointments.runtime.InvocationThreads;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatedKeysTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-12-01");
    private static final Executor THREADS = new InvocationThreads();

    private final List<LocalDate> queried = Collections.synchronizedList(new ArrayList<>());

    /** Each query after the first waits until ten are under way. */
    @Test
    void areReadForTenDatesAtATimeAndTakenInOrder() {
        CyclicBarrier ten = new CyclicBarrier(10);
        DatedKeys keys = keys(31, 25, (date, _) -> {
            if (!date.equals(FIRST)) {
                await(ten);
            }
            return page(date, 1);
        });
        assertThat(keys.take(100)).isEqualTo(days(31).map(date -> new DatedKeys.Key(id(date, 0), date)).toList());
        assertThat(keys.isAtEnd()).isTrue();
        assertThat(queried).containsExactlyInAnyOrderElementsOf(days(31).toList());
    }

    @Test
    void areNotReadBeyondAFirstDateThatFillsThePage() {
        DatedKeys keys = keys(31, 5, (date, wanted) -> page(date, wanted.size()));
        assertThat(keys.take(5)).hasSize(5);
        assertThat(queried).containsExactly(FIRST);
        assertThat(keys.position()).isEqualTo(new DatedCursor(FIRST.plusDays(1), Optional.empty()));
    }

    @Test
    void areReadAgainWhenADateHasMoreThanThePage() {
        DatedKeys keys = keys(3, 5, (date, wanted) -> page(date, Math.min(4, wanted.size())));
        assertThat(keys.take(5)).hasSize(5);
        assertThat(queried).containsExactlyInAnyOrder(FIRST, FIRST.plusDays(1), FIRST.plusDays(1), FIRST.plusDays(2));
    }

    @Test
    void failAsTheirQueryFails() {
        DatedKeys keys = keys(3, 5, (date, _) -> {
            if (date.equals(FIRST)) {
                return page(date, 0);
            }
            throw new IllegalArgumentException("broken");
        });
        assertThatThrownBy(() -> keys.take(5)).isInstanceOf(IllegalArgumentException.class).hasMessage("broken");
    }

    private interface Query {

        Page<AppointmentId> ask(LocalDate date, PageRequest wanted);
    }

    private DatedKeys keys(int days, int pageSize, Query query) {
        return new DatedKeys((date, wanted) -> {
            queried.add(date);
            return query.ask(date, wanted);
        }, THREADS, new DatedCursor(FIRST, Optional.empty()), FIRST.plusDays(days - 1L), pageSize);
    }

    private static Stream<LocalDate> days(int number) {
        return IntStream.range(0, number).mapToObj(FIRST::plusDays);
    }

    private static Page<AppointmentId> page(LocalDate date, int keys) {
        return new Page<>(IntStream.range(0, keys).mapToObj(key -> id(date, key)).toList(), Optional.empty());
    }

    private static AppointmentId id(LocalDate date, int key) {
        return new AppointmentId(date + "-" + key);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
