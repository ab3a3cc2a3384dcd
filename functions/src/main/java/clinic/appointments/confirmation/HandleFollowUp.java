package clinic.appointments.confirmation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.Decisions;
import clinic.appointments.message.Correlation;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.FollowUp;
import clinic.appointments.message.ReorderingWindow;
import clinic.appointments.message.ServiceObjective;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.ServiceLevels;

/**
 * Follows up on an appointment that was booked, moved or cancelled: confirms it, unless it is confirmed by hand, and
 * sets its timers.
 */
record HandleFollowUp(Appointments appointments, DecideConfirmation decision, AppointmentTimers timers,
        ServiceLevels levels,
        InstantSource clock) {

    private static final Duration BACKOFF = Duration.ofSeconds(2);

    /**
     * Handles a follow-up.
     *
     * @param sentAt when the message was sent; empty when the queue does not report it
     */
    Disposition handle(FollowUp message, Optional<Instant> sentAt) {
        Instant now = clock.instant();
        return appointments.find(message.appointmentId()).map(found -> followUp(found, message))
                .orElseGet(() -> ReorderingWindow.deferOrReject(RejectionReason.UNKNOWN_APPOINTMENT,
                        sentAt.orElse(now), now));
    }

    private Disposition followUp(Appointment found, FollowUp message) {
        if (isConfirmedByService(found)) {
            return confirm(found, message);
        }
        timers.set(found, message.correlation());
        return new Disposition.Accepted(Effect.REPEATED);
    }

    private static boolean isConfirmedByService(Appointment found) {
        return found.status() == AppointmentStatus.REQUESTED && found.holdExpiresAt().isEmpty();
    }

    private Disposition confirm(Appointment found, FollowUp message) {
        Provenance provenance = Provenance.following(message.requestId(), clock.instant())
                .correlatedBy(message.correlation().correlationId());
        return Decisions.carryOut(decision.decide(found, provenance), appointments::save,
                confirmed -> finish(found.latestChange().provenance(), confirmed, message.correlation()))
                .map(CommandResult::disposition).orElseGet(() -> new Disposition.Deferred("CONTENDED", BACKOFF));
    }

    private void finish(Provenance request, Appointment confirmed, Correlation correlation) {
        timers.set(confirmed, correlation);
        Instant asked = request.sentAt().orElse(request.at());
        levels.took(ServiceObjective.CONFIRMED, Duration.between(asked, clock.instant()));
    }
}
