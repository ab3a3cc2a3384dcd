package clinic.appointments.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import clinic.appointments.fixture.ForwardingBookings;
import clinic.appointments.fixture.Given;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.CalendarOwner;
import clinic.appointments.model.Evidence;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.port.Bookings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BookingFromPoolsTest extends RequestUseCaseTest {

    private static final ResourceId BELL = ResourceId.of("practitioner:dr-bell");
    private static final ResourceId DOCTORS = ResourceId.of("pool:doctors");
    private static final TimeSlot NINE = Given.slot("09:00", "10:00");
    private static final TimeSlot ELEVEN = Given.slot("11:00", "12:00");

    private final List<String> reads = new ArrayList<>();

    @BeforeEach
    void definePool() {
        store.save(Given.pool("doctors", BELL, Given.DR_GREY));
    }

    @Test
    void keepsTheMemberHoweverOftenTheMessageComes() {
        Booking wanted = Given.booking("a", NINE, DOCTORS);
        take(wanted);
        List<ResourceId> first = resources("a");
        take(other("b", Given.slot("14:00", "16:00"), first.getFirst()));

        assertThat(take(wanted)).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(resources("a")).isEqualTo(first).doesNotContain(DOCTORS);
    }

    @Test
    void booksAsManyAsThereAreMembers() {
        assertThat(take(other("a", NINE, DOCTORS))).isEqualTo(new Disposition.Accepted(Effect.BOOKED));
        assertThat(take(other("b", NINE, DOCTORS))).isEqualTo(new Disposition.Accepted(Effect.BOOKED));
        assertThat(take(other("c", NINE, DOCTORS))).isInstanceOf(Disposition.Rejected.class);
        assertThat(resources("a")).isNotEqualTo(resources("b"));
    }

    /** The day of the one was read before the appointment moved to it, and that of the other after it. */
    @Test
    void looksAgainBeforeItRefuses() {
        take(other("b", NINE, BELL));

        assertThat(takeWith(reading(Optional.of(NINE)), Given.booking("a", NINE, DOCTORS)))
                .isEqualTo(new Disposition.Accepted(Effect.BOOKED));
        assertThat(resources("a")).containsExactly(Given.DR_GREY);
        assertThat(reads).containsExactly("situation", "snapshot");
    }

    @Test
    void looksAgainBeforeItRefusesAMove() {
        take(Given.booking("a", ELEVEN, DOCTORS));
        take(other("b", NINE, BELL));

        assertThat(request(reading(Optional.of(NINE)), followUps::add).handle(move("a", NINE), ENOUGH))
                .isEqualTo(new Disposition.Accepted(Effect.RESCHEDULED));
        assertThat(resources("a")).containsExactly(Given.DR_GREY);
    }

    @Test
    void refusesWhatTheSnapshotRefuses() {
        take(other("b", NINE, BELL));
        take(other("c", NINE, Given.DR_GREY));

        assertThat(takeWith(reading(Optional.empty()), Given.booking("a", NINE, DOCTORS)))
                .isInstanceOfSatisfying(Disposition.Rejected.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(RejectionReason.SLOT_TAKEN));
        assertThat(reads).containsExactly("situation", "snapshot");
    }

    @Test
    void triesAgainWhileTheDaysAreBeingWritten() {
        take(other("b", NINE, BELL));
        take(other("c", NINE, Given.DR_GREY));

        assertThat(request(beingWritten(), followUps::add).handle(Given.request(Given.booking("a", NINE, DOCTORS)),
                ENOUGH)).isInstanceOf(Disposition.Rejected.class);
        assertThat(reads).containsExactly("situation", "snapshot", "situation", "snapshot");
    }

    /** A second look costs twice the units of the first. */
    @Test
    void looksOnceWhereNoCalendarOfAMemberDecides() {
        take(Given.booking("b", NINE));

        assertThat(takeWith(reading(Optional.empty()), Given.booking("a", NINE, DOCTORS)))
                .isEqualTo(new Disposition.Rejected(RejectionReason.PATIENT_BUSY,
                        Evidence.blockedBy(new AppointmentId("b"))));
        take(other("c", ELEVEN, BELL));
        assertThat(takeWith(reading(Optional.empty()), Given.booking("d", ELEVEN, BELL)))
                .isInstanceOf(Disposition.Rejected.class);
        assertThat(reads).containsExactly("situation", "situation");
    }

    @Test
    void waitsForThePool() {
        Booking early = Given.booking("a", NINE, ResourceId.of("pool:rooms"));

        assertThat(take(early)).isInstanceOf(Disposition.Deferred.class);
        store.save(Given.pool("rooms", Given.ROOM_1));
        assertThat(take(early)).isEqualTo(new Disposition.Accepted(Effect.BOOKED));
        assertThat(takeAtLast(Given.request(Given.booking("b", ELEVEN, ResourceId.of("pool:none")))))
                .isEqualTo(new Disposition.Rejected(RejectionReason.UNKNOWN_RESOURCE));
    }

    private Booking other(String id, TimeSlot slot, ResourceId... resources) {
        PatientId patient = new PatientId("patient-" + id);
        store.save(Given.patient(patient));
        return Given.bookingOf(patient, id, slot, resources);
    }

    private List<ResourceId> resources(String id) {
        return store.find(new AppointmentId(id)).orElseThrow().booking().resources();
    }

    private Disposition takeWith(Bookings bookings, Booking booking) {
        return request(bookings, followUps::add).handle(Given.request(booking), ENOUGH);
    }

    private static AppointmentRequest<AppointmentCommand.RequestCommand> move(String id,
            TimeSlot to) {
        return Given.request(new RequestId("move"), new AppointmentCommand.Reschedule(new AppointmentId(id),
                to.local(), Optional.empty(), Optional.empty()));
    }

    /** Days of which that of the other doctor was read while an appointment was still there. */
    private Bookings reading(Optional<TimeSlot> stillThere) {
        return new Reading(bookings, days -> days.stream().map(day -> day.id().owner()
                .equals(new CalendarOwner.OfResource(Given.DR_GREY)) && stillThere.isPresent()
                        ? day.claimed(stillThere.get().interval(), new AppointmentId("moving"))
                        : day)
                .toList(), Optional::of);
    }

    private Bookings beingWritten() {
        return new Reading(bookings, days -> days,
                days -> reads.size() > 2 ? Optional.of(days) : Optional.empty());
    }

    private final class Reading implements ForwardingBookings {

        private final Bookings real;
        private final UnaryOperator<List<CalendarDay>> seen;
        private final Function<List<CalendarDay>, Optional<List<CalendarDay>>> snapshot;

        Reading(Bookings real, UnaryOperator<List<CalendarDay>> seen,
                Function<List<CalendarDay>, Optional<List<CalendarDay>>> snapshot) {
            this.real = real;
            this.seen = seen;
            this.snapshot = snapshot;
        }

        @Override
        public Bookings real() {
            return real;
        }

        @Override
        public BookingSituation situationOf(AppointmentId appointment, PatientId patient, List<CalendarId> days,
                List<ResourceId> resources) {
            reads.add("situation");
            BookingSituation found = real.situationOf(appointment, patient, days, resources);
            return found.on(seen.apply(found.days()));
        }

        @Override
        public BookingSituation situationOf(Appointment existing, List<CalendarId> days, List<ResourceId> resources) {
            reads.add("situation");
            BookingSituation found = real.situationOf(existing, days, resources);
            return found.on(seen.apply(found.days()));
        }

        @Override
        public Optional<List<CalendarDay>> snapshotOf(List<CalendarId> days) {
            reads.add("snapshot");
            return real.snapshotOf(days).flatMap(snapshot);
        }
    }
}
