package clinic.appointments.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryRecords;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.fixture.Standing;
import clinic.appointments.message.Overdue;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.UnresolvedRequests;
import clinic.appointments.port.UnresolvedRequests.Counts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SummarizeOverdueTest {

    private static final TimeSlot SLOT = Given.slot("09:00", "09:30");
    private static final Counts NONE = new Counts(0, 0, 0, true);

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryRecords receipts = new InMemoryRecords(clock);
    private final SummarizeOverdue summarize = new SummarizeOverdue(store, receipts, clock);

    @Test
    void countsNothingBeforeItIsLate() {
        store.put(Given.confirmed(Given.booking("reminder", SLOT)));
        receipts.postpone(new RequestId("pending"), "body");

        assertThat(summarize.summarize()).isEqualTo(new OverdueSummary(Overdue.NOTHING, NONE, true));
    }

    @Test
    void countsLateWorkOfEachKind() {
        store.put(Given.confirmed(Given.booking("reminder", SLOT)));
        store.put(Standing.held(Given.booking("hold", SLOT), Duration.ofHours(4)));
        store.put(Given.requested(Given.booking("confirmation", SLOT)));
        clock.set(SLOT.interval().start());

        assertThat(summarize.summarize()).isEqualTo(new OverdueSummary(new Overdue(2, 1, 1), NONE, true));
    }

    @Test
    void countsRequestsOfEachState() {
        receipts.postpone(new RequestId("pending"), "body");
        receipts.settle(new RequestId("parked"), "body", new Receipt.Parked("body must be JSON"));
        receipts.giveUp(new RequestId("given-up"), "body");
        receipts.giveUp(new RequestId("sent-on"), "body");
        receipts.settle(new RequestId("sent-on"), "body", new Receipt.Accepted(Optional.empty()));
        clock.advance(UnresolvedRequests.SILENCE);

        assertThat(summarize.summarize().requests()).isEqualTo(new Counts(1, 1, 1, true));
    }

    @Test
    void countsAllPagesAndTellsWhenItLeavesSomeOut() {
        put(1000);
        assertThat(summarize.summarize()).isEqualTo(new OverdueSummary(new Overdue(0, 0, 1000), NONE, true));

        put(1001);
        assertThat(summarize.summarize()).isEqualTo(new OverdueSummary(new Overdue(0, 0, 1000), NONE, false));
    }

    @Test
    void tellsWhenNotAllRequestsAreCounted() {
        Counts some = new Counts(1, 2, 3, false);

        assertThat(new SummarizeOverdue(store, new Counted(some), clock).summarize())
                .isEqualTo(new OverdueSummary(Overdue.NOTHING, some, false));
    }

    private void put(int appointments) {
        for (int number = 0; number < appointments; number++) {
            store.put(Given.requested(Given.booking("a-" + number, SLOT)));
        }
        clock.set(SLOT.interval().start());
    }

    private record Counted(Counts counts) implements UnresolvedRequests {

        @Override
        public long giveUpSilent(Instant now, BooleanSupplier hasTime) {
            return 0;
        }

        @Override
        public Counts count(Instant now) {
            return counts;
        }
    }
}
