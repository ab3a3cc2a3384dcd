package clinic.appointments.management;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import clinic.appointments.fixture.ForwardingBlocks;
import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryBlocks;
import clinic.appointments.fixture.InMemoryBookings;
import clinic.appointments.fixture.InMemoryRecords;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.inbox.IdempotentReceiver;
import clinic.appointments.inbox.RetryOnConflict;
import clinic.appointments.message.AppointmentCommand.BlockCommand;
import clinic.appointments.message.AppointmentCommand.BlockResource;
import clinic.appointments.message.AppointmentCommand.LiftBlock;
import clinic.appointments.message.AppointmentCommand.OnConflict;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Block;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingPolicy;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Evidence;
import clinic.appointments.model.LocalPeriod;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.Resource;
import clinic.appointments.port.Blocks;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Receipts;
import clinic.appointments.port.WriteResult;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ManageBlockTest {

    private static final BlockId LEAVE = new BlockId("leave");
    private static final Deadline ENOUGH = () -> Duration.ofSeconds(30);
    private static final Deadline SHORT = () -> Duration.ofSeconds(5);
    private static final Disposition BLOCKED = new Disposition.Accepted(Effect.RESOURCE_BLOCKED);
    private static final Disposition REPEATED = new Disposition.Accepted(Effect.REPEATED);

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryRecords receipts = new InMemoryRecords(clock);
    private final FailingBlocks blocks = new FailingBlocks(new InMemoryBlocks(store));

    /** Blocks whose writes fail from some write on. */
    private static final class FailingBlocks implements ForwardingBlocks {

        private final Blocks kept;
        private int writesLeft = Integer.MAX_VALUE;

        FailingBlocks(Blocks kept) {
            this.kept = kept;
        }

        void failAfter(int writes) {
            writesLeft = writes;
        }

        @Override
        public Blocks real() {
            if (writesLeft-- == 0) {
                throw new IllegalStateException("broken outside");
            }
            return kept;
        }

        @Override
        public Optional<Block> find(BlockId id) {
            return kept.find(id);
        }
    }

    @Test
    void blocksWholeDatesInTheZoneOfTheResource() {
        store.save(new Resource(Given.ROOM_1, java.time.ZoneId.of("Asia/Tokyo"), Optional.empty(), 1,
                Given.writer("define"), Given.NOW));

        assertThat(take("block", block(1, 1, OnConflict.LIST))).isEqualTo(BLOCKED);
        Block made = blocks.find(LEAVE).orElseThrow();
        assertThat(made.interval().start()).isEqualTo(Given.DATE.minusDays(1) + "T15:00:00Z");
        assertThat(made.interval().end()).isEqualTo(Given.DATE + "T15:00:00Z");
        assertThat(store.days(made.days())).hasSize(2).allMatch(day -> day.isBlockedBy(LEAVE));
    }

    @Test
    void countsTheAppointmentsInTheWay() {
        book("in", Given.slot("10:00", "11:00"));
        book("out", Given.slot("13:00", "14:00"));

        assertThat(take("block", hours("10:30", "13:00", OnConflict.LIST))).isEqualTo(BLOCKED);
        assertThat(outcome("block")).isEqualTo(new Receipt.Accepted(Optional.empty(), Optional.of(1)));
    }

    @Test
    void displacesNobodyWhereThatIsRefused() {
        Appointment there = book("in", Given.slot("10:00", "11:00"));

        assertThat(take("refused", hours("10:30", "13:00", OnConflict.REFUSE))).isEqualTo(new Disposition.Rejected(
                RejectionReason.BLOCK_CONFLICT, Evidence.blockedBy(there.id())));
        assertThat(blocks.find(LEAVE)).isEmpty();
        assertThat(take("free", hours("11:00", "13:00", OnConflict.REFUSE))).isEqualTo(BLOCKED);
        assertThat(outcome("free")).isEqualTo(new Receipt.Accepted(Optional.empty(), Optional.of(0)));
    }

    @Test
    void refusesALongBlockThatMustFitOneWrite() {
        assertThat(take("long", block(1, 30, OnConflict.REFUSE)))
                .isEqualTo(new Disposition.Rejected(RejectionReason.BLOCK_TOO_LARGE));
        assertThat(take("short", block(1, 24, OnConflict.REFUSE))).isEqualTo(BLOCKED);
    }

    @Test
    void blocksALongTimeInPortions() {
        assertThat(take("year", block(1, 366, OnConflict.LIST))).isEqualTo(BLOCKED);
        assertThat(days()).hasSize(367).allMatch(day -> day.isBlockedBy(LEAVE) && day.version() == 1);
    }

    /** A crash after each write leaves the rest to the next delivery, and no day is written twice. */
    @Test
    void continuesWhereACrashHasLeftIt() {
        for (int writes = 0; writes < 5; writes++) {
            blocks.failAfter(writes == 0 ? 0 : 1);
            assertThatThrownBy(() -> take("block", block(1, 100, OnConflict.LIST)))
                    .isInstanceOf(IllegalStateException.class);
            clock.advance(Duration.ofMinutes(3));
        }
        blocks.failAfter(Integer.MAX_VALUE);

        assertThat(take("block", block(1, 100, OnConflict.LIST))).isEqualTo(BLOCKED);
        assertThat(days()).hasSize(101).allMatch(day -> day.isBlockedBy(LEAVE) && day.version() == 1);
        assertThat(take("block", block(1, 100, OnConflict.LIST))).isEqualTo(REPEATED);
    }

    @Test
    void liftsABlockForGood() {
        take("block", block(1, 60, OnConflict.LIST));

        assertThat(take("lift", new LiftBlock(LEAVE))).isEqualTo(new Disposition.Accepted(Effect.BLOCK_LIFTED));
        assertThat(blocks.find(LEAVE).orElseThrow().isActive()).isFalse();
        assertThat(days()).noneMatch(day -> day.isBlockedBy(LEAVE));
        assertThat(take("again", new LiftBlock(LEAVE))).isEqualTo(REPEATED);
        assertThat(take("other", block(1, 60, OnConflict.LIST)))
                .isEqualTo(new Disposition.Rejected(RejectionReason.BLOCK_EXISTS));
    }

    /** A delivery of the block that comes late, after a crash, finds it lifted. */
    @Test
    void writesNothingOfABlockThatWasLiftedMeanwhile() {
        blocks.failAfter(2);
        assertThatThrownBy(() -> take("block", block(1, 100, OnConflict.LIST)))
                .isInstanceOf(IllegalStateException.class);
        blocks.failAfter(Integer.MAX_VALUE);
        take("lift", new LiftBlock(LEAVE));
        clock.advance(Duration.ofMinutes(3));

        assertThat(take("block", block(1, 100, OnConflict.LIST))).isEqualTo(REPEATED);
        assertThat(days()).noneMatch(day -> day.isBlockedBy(LEAVE));
    }

    @Test
    void removesTheRestOfALiftedBlockAfterACrash() {
        take("block", block(1, 60, OnConflict.LIST));
        blocks.failAfter(2);
        assertThatThrownBy(() -> take("lift", new LiftBlock(LEAVE))).isInstanceOf(IllegalStateException.class);
        blocks.failAfter(Integer.MAX_VALUE);

        assertThat(take("another", new LiftBlock(LEAVE))).isEqualTo(new Disposition.Accepted(Effect.BLOCK_LIFTED));
        assertThat(days()).noneMatch(day -> day.isBlockedBy(LEAVE));
    }

    /** A day's item is read with every booking. */
    @Test
    void refusesABlockForWhichADayHasNoRoom() {
        for (int number = 0; number < CalendarDay.MAX_BLOCKS; number++) {
            assertThat(take("r" + number, another("b" + number))).isEqualTo(BLOCKED);
        }

        assertThat(take("one-more", another("one-more"))).isEqualTo(new Disposition.Rejected(RejectionReason.DAY_FULL));
        assertThat(blocks.find(new BlockId("one-more"))).isEmpty();
        take("lift", new LiftBlock(new BlockId("b0")));
        assertThat(take("now", another("now"))).isEqualTo(BLOCKED);
    }

    private static BlockCommand another(String id) {
        return new BlockResource(new BlockId(id), Given.ROOM_1, new LocalPeriod(Given.DATE.atTime(9, 0),
                Given.DATE.atTime(10, 0)), Optional.empty(), OnConflict.LIST);
    }

    @Test
    void waitsForABlockThatMayBeOnItsWay() {
        assertThat(receiver().handle(Given.request(new RequestId("lift"), new LiftBlock(LEAVE)), SHORT))
                .isInstanceOf(Disposition.Deferred.class);
        clock.advance(Duration.ofMinutes(5));
        assertThat(take("lift", new LiftBlock(LEAVE)))
                .isEqualTo(new Disposition.Rejected(RejectionReason.UNKNOWN_BLOCK));
    }

    @Test
    void refusesABlockThatIsOver() {
        assertThat(take("past", new BlockResource(LEAVE, Given.ROOM_1, new LocalPeriod(
                LocalDate.parse("2026-03-09").atStartOfDay(), LocalDate.parse("2026-03-10").atTime(9, 0)),
                Optional.empty(), OnConflict.LIST)))
                .isEqualTo(new Disposition.Rejected(RejectionReason.IN_THE_PAST));
    }

    @Test
    void waitsForADefinitionThatTheStageDemands() {
        BookingTerms demanding = Given.demanding(Given.TERMS);
        assertThat(receiver(demanding).handle(
                Given.request(new RequestId("block"), block(1, 1, OnConflict.LIST)), SHORT))
                .isInstanceOf(Disposition.Deferred.class);
        assertThat(blocks.find(LEAVE)).isEmpty();
    }

    private List<CalendarDay> days() {
        return store.days(blocks.find(LEAVE).orElseThrow().days());
    }

    /** From one day to another, counted from the date on, both included. */
    private static BlockCommand block(int first, int last, OnConflict onConflict) {
        return new BlockResource(LEAVE, Given.ROOM_1, new LocalPeriod(Given.DATE.plusDays(first - 1).atStartOfDay(),
                Given.DATE.plusDays(last).atStartOfDay()), Optional.empty(), onConflict);
    }

    private static BlockCommand hours(String from, String to, OnConflict onConflict) {
        return new BlockResource(LEAVE, Given.ROOM_1,
                new LocalPeriod(Given.slot(from, to).date().atTime(Given.slot(from, to).start()),
                        Given.DATE.atTime(Given.slot(from, to).end())),
                Optional.empty(), onConflict);
    }

    private Appointment book(String id, clinic.appointments.model.TimeSlot slot) {
        Booking booking = Given.booking(id, slot, Given.ROOM_1);
        Appointment wanted = Given.requested(booking);
        Decision.Granted granted = (Decision.Granted) BookingPolicy.decide(wanted,
                new BookingSituation(Optional.of(Given.patient(Given.ADA)), Optional.empty(),
                        store.days(CalendarId.touchedBy(wanted.claims())), List.of()),
                Given.TERMS);
        assertThat(new InMemoryBookings(store, receipts).save(granted, new Receipts.Settlement(
                Given.requestOf(booking), "body", new Receipt.Accepted(Optional.of(wanted.id())))))
                .isEqualTo(WriteResult.WRITTEN);
        return wanted;
    }

    private Receipt.Result outcome(String request) {
        return receipts.find(new RequestId(request)).flatMap(Receipt::outcome).orElseThrow();
    }

    private Disposition take(String request, BlockCommand command) {
        return receiver().handle(Given.request(new RequestId(request), command), ENOUGH);
    }

    private IdempotentReceiver<BlockCommand> receiver() {
        return receiver(Given.TERMS);
    }

    private IdempotentReceiver<BlockCommand> receiver(BookingTerms terms) {
        return new IdempotentReceiver<>(receipts.ofAnotherProcess(), new ManageBlock(blocks, store,
                new AppointmentsInTheWay(store, store, clock), terms, clock),
                new RetryOnConflict(new Random(1), _ -> {}), clock, new Random(1));
    }
}
