package clinic.appointments.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeepPolicyTest {

    private static final Booking BOOKING = Given.booking("a", Given.slot("09:00", "09:30"), Given.ROOM_1);
    private static final Appointment BOOKED = Given.confirmed(BOOKING);
    private static final Instant LATER = Given.NOW.plusSeconds(60);
    private static final Block BLOCK = new Block(new BlockId("leave"), Given.ROOM_1, BOOKING.slot().interval(),
            Optional.empty(), new RequestId("block"), Given.NOW, Optional.empty());
    private static final Displacer LEAVE = new Displacer.OfBlock(BLOCK.id());
    private static final Resource CLOSED = Given.defined(Given.ROOM_1, new ResourceDetails(Optional.of(List.of()),
            Optional.empty(), Optional.empty(), Optional.empty()));
    private static final DateRange DATES = new DateRange(Given.DATE, Given.DATE);

    @Test
    void keepsWhatABlockDisplacesAndNothingElseOfItChanges() {
        Appointment kept = kept(BOOKED, LEAVE);

        assertThat(kept.marks()).isEqualTo(new Marks(Map.of(), Map.of(LEAVE, new Mark(LATER, "manager-1"))));
        assertThat(kept.with(Marks.NONE)).isEqualTo(BOOKED);
        assertThat(against(Optional.of(BLOCK), kept)).isEqualTo(new Marking.MadeBefore(kept));
    }

    @Test
    void refusesWhatTheBlockDoesNotDisplace() {
        Marking refused = new Marking.Refused(RejectionReason.NOT_DISPLACED);

        assertThat(against(Optional.of(BLOCK.lifted(LATER)), BOOKED)).isEqualTo(refused);
        assertThat(against(Optional.of(BLOCK), Given.confirmed(BOOKING.movedTo(Given.slot("10:00", "10:30"),
                BOOKING.resources())))).isEqualTo(refused);
        assertThat(KeepPolicy.againstBlock(Optional.of(BLOCK), Given.DR_GREY, BOOKED, sent(LATER)))
                .isEqualTo(refused);
        assertThat(against(Optional.empty(), BOOKED)).isEqualTo(new Marking.Refused(RejectionReason.UNKNOWN_BLOCK));
    }

    @Test
    void keepsAgainstThePresentDefinitionOnly() {
        assertThat(define(1, Optional.of(CLOSED), BOOKED)).isInstanceOf(Marking.Made.class);
        assertThat(define(2, Optional.of(CLOSED), BOOKED))
                .isEqualTo(new Marking.Refused(RejectionReason.VERSION_CONFLICT));
        assertThat(define(1, Optional.empty(), BOOKED))
                .isEqualTo(new Marking.Refused(RejectionReason.UNKNOWN_RESOURCE));
        assertThat(define(1, Optional.of(CLOSED), Given.confirmed(Given.booking("b", BOOKING.slot()))))
                .isEqualTo(new Marking.Refused(RejectionReason.NOT_DISPLACED));
    }

    /** Staff has looked at another place. */
    @Test
    void isOvertakenByAMoveOfAnyKind() {
        for (Booking next : List.of(BOOKING.movedTo(Given.slot("09:15", "09:45"), BOOKING.resources()),
                BOOKING.movedTo(BOOKING.slot(), List.of(Given.ROOM_1, Given.DR_GREY)))) {
            assertThat(KeepPolicy.againstBlock(Optional.of(BLOCK), Given.ROOM_1, moved(BOOKED, next),
                    sent(LATER.minusSeconds(1)))).isEqualTo(new Marking.Refused(RejectionReason.OVERTAKEN));
        }
    }

    @Test
    void lapsesWithAMoveOfAnyKind() {
        Appointment kept = kept(BOOKED, LEAVE);

        assertThat(moved(kept, BOOKING.movedTo(BOOKING.slot(), List.of(Given.ROOM_1, Given.DR_GREY))).marks())
                .isEqualTo(Marks.NONE);
        assertThat(moved(kept, BOOKING.movedTo(Given.slot("09:15", "09:45"), BOOKING.resources())).marks())
                .isEqualTo(Marks.NONE);
    }

    @ParameterizedTest
    @EnumSource(value = AppointmentStatus.class, names = {"CANCELLED", "COMPLETED"})
    void refusesWhatIsOver(AppointmentStatus status) {
        assertThat(against(Optional.of(BLOCK), Standing.at(status, BOOKING)))
                .isEqualTo(new Marking.Refused(RejectionReason.NOT_DISPLACED));
    }

    @Test
    void isListedAgainAfterAnotherBlockOrALaterDefinition() {
        CalendarDay.Blocked second = new CalendarDay.Blocked(new BlockId("second"), BLOCK.interval(), Given.NOW);

        assertThat(displaced(BOOKED, List.of(BLOCK.entry()), Optional.empty())).isTrue();
        assertThat(displaced(kept(BOOKED, LEAVE), List.of(BLOCK.entry()), Optional.empty())).isFalse();
        assertThat(displaced(kept(BOOKED, LEAVE), List.of(BLOCK.entry(), second), Optional.empty())).isTrue();
        Appointment kept = kept(BOOKED, new Displacer.OfDefinition(Given.ROOM_1, 1));
        assertThat(displaced(BOOKED, List.of(), Optional.of(CLOSED))).isTrue();
        assertThat(displaced(kept, List.of(), Optional.of(CLOSED))).isFalse();
        assertThat(displaced(kept, List.of(BLOCK.entry()), Optional.of(CLOSED))).as("by a block").isTrue();
        assertThat(displaced(kept, List.of(), Optional.of(later(CLOSED)))).isTrue();
    }

    /** Otherwise each definition would leave a mark behind. */
    @Test
    void forgetsWhatAnEarlierDefinitionWasKeptAgainst() {
        Displacer second = new Displacer.OfDefinition(Given.ROOM_1, 2);
        Displacer elsewhere = new Displacer.OfDefinition(Given.DR_GREY, 1);
        Appointment kept = kept(kept(kept(BOOKED, new Displacer.OfDefinition(Given.ROOM_1, 1)), elsewhere), LEAVE);

        assertThat(kept(kept, second).marks().kept()).containsOnlyKeys(second, elsewhere, LEAVE);
    }

    private static Resource later(Resource resource) {
        return new Resource(resource.id(), resource.zone(), resource.details(), resource.version() + 1,
                resource.writer(), resource.updatedAt());
    }

    private static boolean displaced(Appointment appointment, List<CalendarDay.Blocked> blocks,
            Optional<Resource> defined) {
        Displacements displacements = new Displacements(Given.ROOM_1, Given.TERMS.knowing(defined.stream().toList()),
                LATER);
        List<CalendarDay> days = displacements.days(DATES).stream()
                .map(id -> new CalendarDay(id, List.of(), blocks, 1)).toList();
        return !displacements.among(List.of(appointment), days, DATES).isEmpty();
    }

    private static Appointment kept(Appointment existing, Displacer displacer) {
        return existing.with(existing.marks().with(displacer, new Mark(LATER, "manager-1")));
    }

    private static Marking against(Optional<Block> block, Appointment existing) {
        return KeepPolicy.againstBlock(block, Given.ROOM_1, existing, sent(LATER));
    }

    private static Marking define(long version, Optional<Resource> stored, Appointment existing) {
        return KeepPolicy.againstDefinition(new Displacer.OfDefinition(Given.ROOM_1, version), stored, existing,
                sent(LATER));
    }

    private static Appointment moved(Appointment existing, Booking next) {
        return existing.rescheduled(sent(LATER), next, Given.TERMS, Given.DAY_AND_TWO_HOURS, Given.BERLIN);
    }

    private static Provenance sent(Instant at) {
        return new Provenance(new RequestId("r"), Optional.of(at), "manager-1", Optional.empty(), at);
    }
}
