package clinic.appointments.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.Buffer;
import clinic.appointments.model.ClientId;
import clinic.appointments.model.CompletionOutcome;
import clinic.appointments.model.OpeningHours;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderKind;
import clinic.appointments.model.ReminderPlan;
import clinic.appointments.model.ReminderState;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.ResourceTerms;
import clinic.appointments.model.StaffOverride;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.model.UndeliverableCode;

/** Appointments at each point of their lives, as clients of the API with random ids book them. */
final class Lives {

    private static final ClientId CLIENT = new ClientId("123456789012/front-desk");
    private static final ReminderPlan PLAN = new ReminderPlan(
            List.of(ReminderKind.offset("PT24H"), ReminderKind.offset("PT2H")), Optional.empty(), true);
    private static final Booking BOOKING = new Booking(new AppointmentId("0b5e7a52-3a3f-4b53-8a7e-2f6f0f1b9c01"),
            new PatientId("7d1f6f1e-95c6-4f8e-9d43-51d7c4a7be02"), List.of(ResourceId.of("room:r1")),
            slot("2026-03-17", "09:00", "09:30"), Optional.empty());
    private static final Instant MORNING = Instant.parse("2026-03-10T08:00:00.123Z");

    private Lives() {
    }

    /** Appointments by the name of their point. */
    static Map<String, Appointment> all() {
        Map<String, Appointment> lives = new LinkedHashMap<>();
        Appointment booked = Appointment.requested(BOOKING, client("b3d2f0aa-40f4-4f0b-9c7b-0f3a4c2d1e03", 0),
                Given.TERMS);
        Appointment confirmed = booked.confirmed(following("b3d2f0aa-40f4-4f0b-9c7b-0f3a4c2d1e03", 1), PLAN,
                Given.BERLIN);
        Appointment moved = moved(sent(confirmed, 2), "c4e3a1bb-51a5-4a1c-8d8c-1a4b5d3e2f04", "2026-03-18", 60);
        Appointment movedTwice = moved(sent(moved, 61), "d5f4b2cc-62b6-4b2d-9e9d-2b5c6e4f3a05", "2026-03-19", 120);
        lives.put("booked", booked);
        lives.put("confirmed", confirmed);
        lives.put("moved", moved);
        lives.put("moved twice", movedTwice);
        lives.put("reminded", sent(sent(sent(movedTwice, 121), 8_000), 9_000));
        lives.put("cancelled", movedTwice.cancelled(client("e6a5c3dd-73c7-4c3e-8fae-3c6d7f5a4b06", 180),
                Optional.of(new ReasonCode("PATIENT_REQUEST")), Given.TERMS, PLAN));
        lives.put("completed", confirmed.completed(client("f7b6d4ee-84d8-4d4f-9abf-4d7e8a6b5c07", 12_000),
                CompletionOutcome.NO_SHOW, Given.TERMS));
        lives.put("undeliverable", confirmed.with(confirmed.reminders().getFirst()
                .undeliverable(UndeliverableCode.ADDRESS_REFUSED, MORNING)));
        lives.put("held", held());
        lives.replaceAll((_, life) -> sorted(life));
        return lives;
    }

    /** As read: reminders by their time. */
    private static Appointment sorted(Appointment life) {
        return new Appointment(life.booking(), life.buffers(), life.holdExpiresAt(), life.forgottenAt(), life.history(),
                life.reminders().stream().sorted(Comparator.comparing(Reminder::dueAt)).toList(), life.marks());
    }

    private static Appointment held() {
        ResourceTerms theatre = new ResourceTerms(1, new Buffer(Duration.ofMinutes(10), Duration.ofMinutes(5)),
                OpeningHours.ALWAYS, Optional.of(Duration.ofHours(1)));
        Booking booking = new Booking(new AppointmentId("theatre-1"), new PatientId("ada"),
                List.of(ResourceId.of("theatre:t1"), ResourceId.of("bare")), slot("2026-03-29", "23:00", "23:45"),
                Optional.of("Bring the X-ray \u2713"));
        Provenance overridden = new Provenance(new RequestId("req"), Optional.of(MORNING), "staff-7",
                Optional.of(new StaffOverride("staff-7", new ReasonCode("URGENT"))), MORNING, Optional.of(CLIENT));
        return Appointment.requested(booking, overridden,
                Given.terms(BookingTerms.Limits.DEFAULT, Map.of("theatre", theatre)));
    }

    private static Appointment moved(Appointment confirmed, String request, String date, int minutes) {
        return confirmed.rescheduled(client(request, minutes),
                confirmed.booking().movedTo(slot(date, "10:00", "10:30"), List.of(ResourceId.of("room:r1"))),
                Given.TERMS, PLAN, Given.BERLIN);
    }

    /** The first open reminder is sent. */
    private static Appointment sent(Appointment confirmed, int minutes) {
        Reminder next = confirmed.openReminders().findFirst().orElseThrow();
        return confirmed.with(next.in(ReminderState.SENT, at(minutes)));
    }

    private static Provenance client(String request, int minutes) {
        return new Provenance(new RequestId(request, CLIENT), Optional.of(at(minutes).minusMillis(321)),
                Provenance.CLIENT, Optional.empty(), at(minutes), Optional.of(CLIENT));
    }

    private static Provenance following(String request, int minutes) {
        return Provenance.following(new RequestId(request, CLIENT), at(minutes));
    }

    private static Instant at(int minutes) {
        return MORNING.plus(Duration.ofMinutes(minutes));
    }

    private static TimeSlot slot(String date, String start, String end) {
        return TimeSlot.of(LocalDate.parse(date), LocalTime.parse(start), LocalTime.parse(end), Given.BERLIN);
    }
}
