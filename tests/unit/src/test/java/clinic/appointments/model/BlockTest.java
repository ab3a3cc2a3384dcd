package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a block does to bookings, moves, free slots and appointments that exist. */
class BlockTest {

    private static final BookingTerms TERMS = Given.terms(Given.TERMS.limits(), Map.of("room", new ResourceTerms(3,
            new Buffer(Duration.ofMinutes(30), Duration.ofMinutes(30)), Given.weekdays("08:00-18:00"),
            Optional.empty())));
    private static final Block LEAVE = block("leave", "10:00", "12:00");
    private static final Instant LATER = Given.NOW.plusSeconds(60);

    @Test
    void refusesABookingWhateverTheCapacity() {
        assertThat(decide(wanted("11:30", "12:30"), LEAVE)).isEqualTo(new Decision.Rejected(
                RejectionReason.RESOURCE_BLOCKED, Evidence.blockedBy(LEAVE.id())));
    }

    /** Half an hour before and after each appointment lies in the block. */
    @Test
    void leavesTheBuffersAlone() {
        assertThat(decide(wanted("09:00", "10:00"), LEAVE)).isInstanceOf(Decision.Granted.class);
        assertThat(decide(wanted("12:00", "13:00"), LEAVE)).isInstanceOf(Decision.Granted.class);
    }

    @Test
    void isNamedFirstWhereItStartsFirst() {
        assertThat(decide(wanted("10:30", "11:30"), block("second", "11:00", "13:00"), LEAVE))
                .isEqualTo(new Decision.Rejected(RejectionReason.RESOURCE_BLOCKED, Evidence.blockedBy(LEAVE.id())));
    }

    @Test
    void isLiftedByAnOverrideForOneAppointment() {
        Decision.Granted granted = (Decision.Granted) decide(overridden(wanted("10:00", "11:00"), LATER), LEAVE);

        assertThat(granted.days()).filteredOn(day -> day.id().owner() instanceof CalendarOwner.OfResource)
                .allMatch(day -> day.isBlockedBy(LEAVE.id()));
    }

    @Test
    void refusesAMoveIntoIt() {
        Appointment booked = Given.confirmed(wanted("14:00", "15:00"));
        Booking moved = booked.booking().movedTo(Given.slot("11:00", "12:00"), booked.booking().resources());

        assertThat(new ChangePolicy(TERMS, Given.DAY_AND_TWO_HOURS).reschedule(booked, moved,
                days(List.of(booked), LEAVE), Given.BERLIN, Given.provenance(new RequestId("move"))))
                .isEqualTo(new Decision.Rejected(RejectionReason.RESOURCE_BLOCKED, Evidence.blockedBy(LEAVE.id())));
    }

    @Test
    void isNotOffered() {
        FreeSlots slots = new FreeSlots(Given.ROOM_1, TERMS, Given.NOW);
        FreeSlots.Wanted wanted = new FreeSlots.Wanted(Given.DATE, Given.BERLIN, Duration.ofHours(1),
                Duration.ofHours(1));

        assertThat(slots.among(days(List.of(), LEAVE), wanted)).extracting(slot -> slot.start().toString())
                .containsExactly("08:00", "09:00", "12:00", "13:00", "14:00", "15:00", "16:00", "17:00");
    }

    @Test
    void displacesAppointmentsUntilStaffPlacesThemThereAgain() {
        Appointment touched = Given.requested(wanted("09:00", "10:01"));
        Appointment beside = Given.requested(booking("beside", "12:00", "13:00"));
        Appointment before = overridden(booking("before", "10:00", "11:00"), Given.NOW.minusSeconds(60));
        Appointment after = overridden(booking("after", "11:00", "12:00"), LATER);

        assertThat(displaced(touched, beside, before, after)).containsExactly("wanted RESOURCE_BLOCKED",
                "before RESOURCE_BLOCKED");
        assertThat(Stream.of(touched, beside, before, after).filter(each -> LEAVE.displaces(each, Given.NOW)))
                .containsExactly(touched, before);
    }

    @Test
    void displacesNothingOfOthersAndNothingThatIsOver() {
        Appointment elsewhere = Given.requested(Given.booking("a", Given.slot("10:00", "11:00"), Given.DR_GREY));
        Appointment over = Given.requested(wanted("10:00", "11:00"));

        assertThat(LEAVE.displaces(elsewhere, Given.NOW)).isFalse();
        assertThat(LEAVE.displaces(over, over.interval().end())).isFalse();
    }

    private static Decision decide(Booking wanted, Block... blocks) {
        return decide(Appointment.requested(wanted, Given.provenance(Given.requestOf(wanted)), TERMS), blocks);
    }

    private static Decision decide(Appointment wanted, Block... blocks) {
        return BookingPolicy.decide(wanted, new BookingSituation(Optional.of(Given.patient(Given.ADA)),
                Optional.empty(), days(List.of(wanted), blocks), List.of()), TERMS);
    }

    private static List<String> displaced(Appointment... booked) {
        return new Displacements(Given.ROOM_1, TERMS, Given.NOW)
                .among(List.of(booked), days(List.of(), LEAVE), DateRange.only(Given.DATE)).stream()
                .map(displacement -> displacement.appointment().id() + " " + displacement.cause()).toList();
    }

    /** The days of the date, blocked, and without claims. */
    private static List<CalendarDay> days(List<Appointment> claiming, Block... blocks) {
        Stream<CalendarId> claimed = claiming.stream().flatMap(each -> each.claims().stream()).flatMap(Claim::days);
        return Stream.concat(claimed, Stream.of(blocks).flatMap(block -> block.days().stream())).distinct()
                .map(id -> new CalendarDay(id, List.of(), Stream.of(blocks).filter(block -> block.days().contains(id))
                        .map(Block::entry).toList(), 1))
                .toList();
    }

    private static Booking wanted(String start, String end) {
        return booking("wanted", start, end);
    }

    private static Booking booking(String id, String start, String end) {
        return Given.booking(id, Given.slot(start, end), Given.ROOM_1);
    }

    private static Appointment overridden(Booking booking, Instant at) {
        return Appointment.requested(booking,
                new Provenance(Given.requestOf(booking), Optional.of(at), Provenance.CLIENT,
                        Optional.of(new StaffOverride("dr", new ReasonCode("EMERGENCY"))), at),
                TERMS);
    }

    private static Block block(String id, String start, String end) {
        return new Block(new BlockId(id), Given.ROOM_1, Given.slot(start, end).interval(), Optional.empty(),
                new RequestId(id), Given.NOW, Optional.empty());
    }
}
