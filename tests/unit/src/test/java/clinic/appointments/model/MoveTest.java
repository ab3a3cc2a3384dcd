package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.message.AppointmentCommand;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A change keeps what it does not name, and says what it has changed. */
class MoveTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final TimeSlot NINE = Given.slot("09:00", "09:30");
    private static final ResourceId THEATRE = ResourceId.of("theatre:1");
    private static final Duration HOLD = Duration.ofHours(2);
    private static final BookingTerms TERMS = Given.terms(BookingTerms.Limits.DEFAULT, Map.of("theatre",
            new ResourceTerms(1, Buffer.NONE, OpeningHours.ALWAYS, Optional.of(HOLD))));
    private static final ReminderPlan PLAN = new ReminderPlan(List.of(ReminderKind.offset("PT2H")), Optional.empty(),
            true);
    private static final ChangePolicy POLICY = new ChangePolicy(TERMS, PLAN);
    private static final Booking BOOKING = Given.booking("a", NINE, Given.ROOM_1, Given.DR_GREY);

    @Test
    void keepsTheZoneThatItDoesNotName() {
        Booking before = Given.booking("a", NINE.local().in(TOKYO));
        Booking after = command("15:00", Optional.empty(), Optional.empty()).of(requested(before)).orElseThrow();

        assertThat(after.slot()).isEqualTo(Given.slot("15:00", "15:30").local().in(TOKYO));
        assertThat(command("15:00", Optional.of(Given.BERLIN), Optional.empty()).of(requested(before)))
                .map(Booking::slot).contains(Given.slot("15:00", "15:30"));
    }

    @Test
    void keepsResourcesAndNotesThatItDoesNotName() {
        Booking before = new Booking(BOOKING.appointmentId(), Given.ADA, BOOKING.resources(), NINE,
                Optional.of("Testnotes"));

        assertThat(command("15:00", Optional.empty(), Optional.empty()).of(requested(before)))
                .contains(before.movedTo(Given.slot("15:00", "15:30"), before.resources()));
        assertThat(command("09:00", Optional.empty(), Optional.of(List.of())).of(requested(before)))
                .map(Booking::resources)
                .contains(List.of());
    }

    @Test
    void changesNothingWhereEverythingIsTheSame() {
        Appointment confirmed = confirmed(BOOKING);
        Booking same = BOOKING.movedTo(NINE, List.of(Given.DR_GREY, Given.ROOM_1));

        assertThat(reschedule(confirmed, same, Given.NOW)).isEqualTo(new Decision.Repeated(confirmed));
        assertThat(reschedule(confirmed, same, confirmed.startAt().plusSeconds(1)))
                .as("too late for a change, but this is none").isEqualTo(new Decision.Repeated(confirmed));
    }

    @Test
    void tellsOfOtherResourcesAndLeavesTheReminders() {
        Appointment moved = granted(reschedule(confirmed(BOOKING), BOOKING.movedTo(NINE, List.of(Given.ROOM_1)),
                Given.NOW));

        assertThat(moved.version()).isEqualTo(3);
        assertThat(moved.reminders()).extracting(reminder -> reminder.key() + " " + reminder.state()).containsExactly(
                "1/CONFIRMATION SCHEDULED", "1/PT2H SCHEDULED", "3/UPDATE SCHEDULED");
    }

    @Test
    void tellsOfAnotherTimeAndPlansNewReminders() {
        Appointment moved = granted(reschedule(confirmed(BOOKING),
                BOOKING.movedTo(Given.slot("10:00", "10:30"), BOOKING.resources()), Given.NOW));

        assertThat(moved.reminders()).extracting(reminder -> reminder.key() + " " + reminder.state()).containsExactly(
                "1/CONFIRMATION SKIPPED_RESCHEDULED", "1/PT2H SKIPPED_RESCHEDULED", "3/RESCHEDULE SCHEDULED",
                "3/PT2H SCHEDULED");
    }

    @Test
    void isWrittenDownFromWhereToWhere() {
        Booking elsewhere = BOOKING.movedTo(Given.slot("10:00", "10:30"), List.of(Given.ROOM_1));
        Appointment moved = granted(reschedule(confirmed(BOOKING), elsewhere, Given.NOW));

        assertThat(moved.latestChange().relocation()).contains(new Relocation(
                new Relocation.Place(NINE, BOOKING.resources()),
                new Relocation.Place(elsewhere.slot(), List.of(Given.ROOM_1))));
        assertThat(moved.history().getFirst().relocation()).isEmpty();
    }

    @Test
    void needsAHandForAKindThatIsConfirmedByHand() {
        Booking theatre = BOOKING.movedTo(NINE, List.of(THEATRE));
        StaffOverride override = new StaffOverride("dr-7", new ReasonCode("URGENT"));
        Provenance overridden = new Provenance(new RequestId("move"), Optional.empty(), "dr-7", Optional.of(override),
                Given.NOW);

        assertThat(reschedule(confirmed(BOOKING), theatre, Given.NOW))
                .isEqualTo(new Decision.Rejected(RejectionReason.CONFIRMATION_REQUIRED));
        assertThat(POLICY.reschedule(confirmed(BOOKING), theatre, List.of(), Given.BERLIN, overridden))
                .isInstanceOf(Decision.Granted.class);
        assertThat(reschedule(confirmed(theatre), theatre.movedTo(Given.slot("10:00", "10:30"), List.of(THEATRE)),
                Given.NOW)).as("a hand has confirmed the theatre").isInstanceOf(Decision.Granted.class);
    }

    @Test
    void holdsARequestThatGetsAKindThatIsConfirmedByHand() {
        Appointment requested = requested(BOOKING);
        assertThat(requested.holdExpiresAt()).isEmpty();

        assertThat(granted(reschedule(requested, BOOKING.movedTo(NINE, List.of(THEATRE)), Given.NOW)).holdExpiresAt())
                .contains(Given.NOW.plus(HOLD));
    }

    @Test
    void endsAHoldAtTheNewStartAndNeverLater() {
        Booking theatre = BOOKING.movedTo(NINE, List.of(THEATRE));
        Instant soon = NINE.interval().start().minus(Duration.ofHours(1));
        Appointment held = Appointment.requested(theatre, Given.causeAt(new RequestId("book"), soon), TERMS);
        assertThat(held.holdExpiresAt()).contains(theatre.slot().interval().start());

        TimeSlot earlier = Given.slot("08:30", "09:00");
        TimeSlot later = Given.slot("15:00", "15:30");
        assertThat(granted(reschedule(held, theatre.movedTo(earlier, theatre.resources()), soon)).holdExpiresAt())
                .contains(earlier.interval().start());
        assertThat(granted(reschedule(held, theatre.movedTo(later, theatre.resources()), soon)).holdExpiresAt())
                .contains(NINE.interval().start());
    }

    private static AppointmentCommand.Reschedule command(String start, Optional<ZoneId> zone,
            Optional<List<ResourceId>> resources) {
        String end = start.replace(":00", ":30");
        return new AppointmentCommand.Reschedule(BOOKING.appointmentId(), Given.slot(start, end).local(), zone,
                resources);
    }

    private static Appointment requested(Booking booking) {
        return Appointment.requested(booking, Given.provenance(Given.requestOf(booking)), TERMS);
    }

    private static Appointment confirmed(Booking booking) {
        return requested(booking).confirmed(Provenance.following(Given.requestOf(booking), Given.NOW), PLAN,
                Given.BERLIN);
    }

    private static Decision reschedule(Appointment existing, Booking moved, Instant now) {
        return POLICY.reschedule(existing, moved, List.of(), Given.BERLIN,
                Given.causeAt(new RequestId("move"), now));
    }

    private static Appointment granted(Decision decision) {
        return ((Decision.Granted) decision).appointment();
    }
}
