package clinic.appointments.query;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryBlocks;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingPolicy;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.Buffer;
import clinic.appointments.model.DateRange;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Displacement;
import clinic.appointments.model.Displacer;
import clinic.appointments.model.FreeSlots;
import clinic.appointments.model.OpeningHours;
import clinic.appointments.model.ResourceTerms;
import clinic.appointments.model.WorkingHours.Period;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class FindResourcesTest {

    private static final BookingTerms TERMS = Given.terms(BookingTerms.Limits.DEFAULT,
            Map.of("room", new ResourceTerms(1, new Buffer(Duration.ZERO, Duration.ofHours(1)), OpeningHours.ALWAYS,
                    Optional.empty())));
    private static final FreeSlots.Wanted WANTED = new FreeSlots.Wanted(Given.DATE, Given.BERLIN, Duration.ofHours(4),
            Duration.ofHours(1));

    private final InMemoryStore store = new InMemoryStore();
    private final FindResources find = new FindResources(store, new InMemoryBlocks(store), store, store, TERMS,
            new MovableClock());

    @Test
    void findsTheTimeThatIsLeft() {
        book(Given.booking("a", Given.slot("09:00", "10:00"), Given.ROOM_1));

        assertThat(slots()).containsExactly("00:00", "01:00", "02:00", "03:00", "04:00", "11:00", "12:00", "13:00",
                "14:00", "15:00", "16:00", "17:00", "18:00", "19:00", "20:00");
    }

    @Test
    void offersTheHoursOfADefinedResource() {
        store.save(Given.working(Given.ROOM_1, new Period(Optional.empty(), Optional.empty(),
                Given.weekdays("08:00-13:00"))));

        assertThat(slots()).containsExactly("08:00", "09:00");
    }

    @Test
    void namesAppointmentsThatTheHoursOfNowWouldRefuse() {
        book(Given.booking("a", Given.slot("09:00", "10:00"), Given.ROOM_1));
        book(Given.booking("b", Given.slot("14:00", "15:00"), Given.ROOM_1));
        store.save(Given.working(Given.ROOM_1, new Period(Optional.empty(), Optional.empty(),
                Given.weekdays("08:00-13:00"))));

        assertThat(find.displaced(new Question.DisplacedOfResource(Given.ROOM_1, DateRange.only(Given.DATE))))
                .extracting(displaced -> displaced.appointment().id().value() + " " + displaced.cause(),
                        Displacement::by)
                .containsExactly(tuple("b OUTSIDE_OPENING_HOURS",
                        Optional.of(new Displacer.OfDefinition(Given.ROOM_1, 1))));
    }

    private void book(Booking booking) {
        store.save(Given.patient(Given.ADA));
        store.save((Decision.Granted) BookingPolicy.decide(
                Appointment.requested(booking, Given.provenance(Given.requestOf(booking)), TERMS),
                store.situationOf(booking.appointmentId(), booking.patientId(), TERMS.daysWithin(booking),
                        booking.resources()),
                TERMS));
    }

    private List<String> slots() {
        return find.freeSlots(new Question.FreeSlotsOfResource(Given.ROOM_1, WANTED)).stream()
                .map(slot -> slot.start().toString()).toList();
    }
}
