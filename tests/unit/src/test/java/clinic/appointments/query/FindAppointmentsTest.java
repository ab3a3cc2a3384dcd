package clinic.appointments.query;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.fixture.Standing;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.Buffer;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.CompletionOutcome;
import clinic.appointments.model.DateRange;
import clinic.appointments.model.Decision;
import clinic.appointments.model.FreeSlots;
import clinic.appointments.model.OpeningHours;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.ReminderPlan;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.ResourceTerms;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.AppointmentSearch.Period;
import clinic.appointments.port.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class FindAppointmentsTest {

    private static final BookingTerms TERMS = Given.terms(BookingTerms.Limits.DEFAULT,
            Map.of("room", new ResourceTerms(1, new Buffer(Duration.ZERO, Duration.ofHours(1)), OpeningHours.ALWAYS,
                    Optional.empty())));
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private final FindAppointments find = new FindAppointments(store, store, store,
            TERMS, clock);

    @Test
    void findsAResourcesDayByItsStarts() {
        Appointment later = booked("later", Given.slot("10:00", "10:30"), Given.DR_GREY);
        Appointment earlier = booked("earlier", Given.slot("09:00", "09:30"), Given.DR_GREY, Given.ROOM_1);
        booked("elsewhere", Given.slot("11:00", "11:30"), Given.ROOM_1);

        assertThat(ofResource(Given.DR_GREY, Given.DATE, Given.BERLIN)).isEqualTo(found(earlier, later));
    }

    /** Half past midnight in Berlin is the evening before in New York. */
    @Test
    void findsADayByTheClockOfWhoAsks() {
        Appointment night = booked("night", Given.slot("00:30", "01:00"), Given.DR_GREY);

        assertThat(ofResource(Given.DR_GREY, Given.DATE, Given.BERLIN)).isEqualTo(found(night));
        assertThat(ofResource(Given.DR_GREY, Given.DATE, NEW_YORK)).isEqualTo(found());
        assertThat(ofResource(Given.DR_GREY, Given.DATE.minusDays(1), NEW_YORK)).isEqualTo(found(night));
        assertThat(ofResource(Given.DR_GREY, Given.DATE.minusDays(1), Given.BERLIN)).isEqualTo(found());
    }

    @Test
    void doesNotTakeTheTimeAroundAnAppointmentForTheAppointment() {
        Appointment evening = booked("evening", Given.slot("22:30", "23:30"), Given.ROOM_1);

        assertThat(ofResource(Given.ROOM_1, Given.DATE, Given.BERLIN)).isEqualTo(found(evening));
        assertThat(ofResource(Given.ROOM_1, Given.DATE.plusDays(1), Given.BERLIN)).isEqualTo(found());
    }

    @Test
    void doesNotShowWhatIsToBeForgotten() {
        Appointment cancelled = Standing.at(AppointmentStatus.CANCELLED,
                Given.booking("a", Given.slot("09:00", "09:30")));
        store.put(cancelled);
        Instant end = cancelled.forgottenAt().orElseThrow();

        clock.set(end.minusMillis(1));
        assertThat(find.one(cancelled.id())).contains(cancelled);
        assertThat(find.of(ofPatient())).isEqualTo(found(cancelled));
        assertThat(find.of(ofStatus(AppointmentStatus.CANCELLED))).isEqualTo(found(cancelled));

        clock.set(end);
        assertThat(find.one(cancelled.id())).isEmpty();
        assertThat(find.of(ofPatient())).isEqualTo(found());
        assertThat(find.of(ofStatus(AppointmentStatus.CANCELLED))).isEqualTo(found());
    }

    @Test
    void doesNotShowWhatIsToBeForgottenOnAResourcesDay() {
        Appointment booked = booked("a", Given.slot("09:00", "09:30"), Given.DR_GREY);
        Appointment completed = booked
                .confirmed(Given.provenance(new RequestId("confirm")), Given.DAY_AND_TWO_HOURS, Given.BERLIN)
                .completed(Given.provenance(new RequestId("complete")), CompletionOutcome.FULFILLED, TERMS);
        store.put(completed);

        assertThat(ofResource(Given.DR_GREY, Given.DATE, Given.BERLIN)).isEqualTo(found(completed));
        clock.set(completed.forgottenAt().orElseThrow());
        assertThat(ofResource(Given.DR_GREY, Given.DATE, Given.BERLIN)).isEqualTo(found());
    }

    @ParameterizedTest
    @EnumSource(names = {"REMINDERS", "NOTICES", "HOLDS", "CONFIRMATIONS"})
    void findsWhatIsOverdueOfEachKindAndNothingElse(OverdueKind kind) {
        Map<OverdueKind, Appointment> overdue = oneOfEachKind();
        overdue.values().forEach(store::put);
        assertThat(find.of(new Question.Overdue(kind, PageRequest.first()))).isEqualTo(found());

        clock.set(Given.slot("09:00", "09:30").interval().start());

        assertThat(find.of(new Question.Overdue(kind, PageRequest.first()))).isEqualTo(found(overdue.get(kind)));
    }

    @Test
    void findsWhatIsOverAndNobodyHasCompleted() {
        Appointment unresolved = Given.confirmed(Given.booking("unresolved", Given.slot("09:00", "09:30")));
        List.of(unresolved, Given.requested(Given.booking("request", Given.slot("08:00", "08:30"))),
                Given.confirmed(Given.booking("later", Given.slot("09:15", "09:45"))),
                Given.confirmed(Given.booking("done", Given.slot("07:00", "07:30")))
                        .completed(Given.provenance(new RequestId("complete")), CompletionOutcome.NO_SHOW, TERMS))
                .forEach(store::put);
        Question.Overdue question = new Question.Overdue(OverdueKind.UNRESOLVED, PageRequest.first());

        assertThat(find.of(question)).isEqualTo(found());
        clock.set(unresolved.interval().end());
        assertThat(find.of(question)).isEqualTo(found(unresolved));
        clock.advance(Duration.ofDays(34));
        assertThat(find.of(question)).isEqualTo(found());
    }

    /** After a change of the rules of a zone, as long as there is something to be done about it. */
    @Test
    void findsWhatIsAtAnotherTimeThanItsLocalTimeSays() {
        TimeSlot nine = Given.slot("09:00", "09:30");
        TimeSlot shifted = new TimeSlot(nine.local(), nine.zone(),
                Given.slot("10:00", "10:30").interval());
        Appointment request = Given.requested(Given.booking("request", shifted));
        Appointment confirmed = Given.confirmed(Given.booking("confirmed", shifted));
        List.of(request, confirmed, Given.requested(Given.booking("b", nine)),
                Given.confirmed(Given.booking("c", nine)))
                .forEach(store::put);

        assertThat(find.of(new Question.Overdue(OverdueKind.SHIFTED_REQUESTS, PageRequest.first())))
                .isEqualTo(found(request));
        assertThat(find.of(new Question.Overdue(OverdueKind.SHIFTED_APPOINTMENTS, PageRequest.first())))
                .isEqualTo(found(confirmed));
        clock.set(confirmed.startAt());
        assertThat(find.of(new Question.Overdue(OverdueKind.SHIFTED_APPOINTMENTS, PageRequest.first())))
                .isEqualTo(found());
    }

    private static Map<OverdueKind, Appointment> oneOfEachKind() {
        TimeSlot slot = Given.slot("09:00", "09:30");
        ReminderPlan telling = new ReminderPlan(List.of(), Optional.empty(), true);
        return Map.of(OverdueKind.REMINDERS, Given.confirmed(Given.booking("reminder", slot)), OverdueKind.NOTICES,
                Given.requested(Given.booking("notice", slot)).cancelled(Given.provenance(new RequestId("cancel")),
                        Optional.of(new ReasonCode("PATIENT_ILL")), Given.TERMS, telling),
                OverdueKind.HOLDS, Standing.held(Given.booking("hold", slot), Duration.ofHours(4)),
                OverdueKind.CONFIRMATIONS, Given.requested(Given.booking("confirmation", slot)));
    }

    /** Saved as a request saves it, with its claims. */
    private Appointment booked(String id, TimeSlot slot, ResourceId... resources) {
        Booking booking = Given.booking(id, slot, resources);
        AppointmentRequest<?> request = Given.request(booking);
        Appointment wanted = Appointment.requested(booking, Given.provenance(request.requestId()), TERMS);
        store.save(new Decision.Granted(Optional.empty(), wanted,
                store.days(CalendarId.touchedBy(wanted.claims())).stream()
                        .map(day -> day.claimed(wanted.claims().stream().filter(claim -> claim.touches(day.id()))
                                .findFirst().orElseThrow().interval(), wanted.id()))
                        .toList()));
        return wanted;
    }

    private Page<Appointment> ofResource(ResourceId resource, LocalDate date, ZoneId zone) {
        return find.of(new Question.AppointmentsOfResource(resource, date, zone));
    }

    private static Question.AppointmentsOfPatient ofPatient() {
        return new Question.AppointmentsOfPatient(Given.ADA, Period.ALWAYS, PageRequest.first());
    }

    private static Question.AppointmentsOfStatus ofStatus(AppointmentStatus status) {
        return new Question.AppointmentsOfStatus(status, DateRange.only(Given.DATE), PageRequest.first());
    }

    private static Page<Appointment> found(Appointment... appointments) {
        return new Page<>(List.of(appointments), Optional.empty());
    }
}
