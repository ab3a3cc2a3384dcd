package clinic.appointments.decideConfirmation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import clinic.appointments.message.Disposition;
import clinic.appointments.message.FollowUp;
import clinic.appointments.message.ReorderingWindow;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.Decision;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.WriteResult;

/**
 * Takes an appointment further after it was booked, moved or cancelled: confirms it when nobody has to do so by hand,
 * and schedules what follows of its state.
 */
final class HandleFollowUp {

    private static final Duration RETREAT = Duration.ofSeconds(2);

    private final Appointments appointments;
    private final DecideConfirmation decideConfirmation;
    private final AppointmentTimers timers;
    private final InstantSource clock;

    HandleFollowUp(Appointments appointments, DecideConfirmation decideConfirmation, AppointmentTimers timers,
            InstantSource clock) {
        this.appointments = appointments;
        this.decideConfirmation = decideConfirmation;
        this.timers = timers;
        this.clock = clock;
    }

    /**
     * @param sentAt when the message was sent; empty when the queue does not say
     */
    Disposition handle(FollowUp message, Optional<Instant> sentAt) {
        Instant now = clock.instant();
        return appointments.find(message.appointmentId()).map(found -> follow(found, message))
                .orElseGet(() -> ReorderingWindow.disposition(RejectionReason.UNKNOWN_APPOINTMENT, sentAt.orElse(now), now));
    }

    private Disposition follow(Appointment found, FollowUp message) {
        return confirmsItself(found) ? confirm(found, message) : schedule(found, message, Disposition.Accepted.REPEATED);
    }

    private static boolean confirmsItself(Appointment found) {
        return found.status() == AppointmentStatus.REQUESTED && found.holdExpiresAt().isEmpty();
    }

    private Disposition confirm(Appointment found, FollowUp message) {
        return switch (decideConfirmation.decide(found, Provenance.following(message.requestId(), clock.instant()))) {
            case Decision.Granted granted -> appointments.save(granted) == WriteResult.WRITTEN
                    ? schedule(granted.appointment(), message, "CONFIRMED")
                    : new Disposition.Deferred("CONTENDED", RETREAT);
            case Decision.Repeated(var stored) -> schedule(stored, message, Disposition.Accepted.REPEATED);
            case Decision.Rejected(var reason) -> new Disposition.Rejected(reason);
            case Decision.PatientMissing() -> throw new IllegalStateException("a confirmation asks for no patient");
        };
    }

    private Disposition schedule(Appointment appointment, FollowUp message, String what) {
        timers.of(appointment, message.correlation());
        return new Disposition.Accepted(what);
    }
}
