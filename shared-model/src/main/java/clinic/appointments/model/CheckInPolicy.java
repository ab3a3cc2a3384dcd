package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The check-in policy: the rules for noting on an appointment how far its patient has come. Pure: the same input gives
 * the same answer.
 */
public final class CheckInPolicy {

    /** For appointments shortly after midnight, whose patients come the evening before. */
    private static final Duration BEFORE_START = Duration.ofHours(2);

    private CheckInPolicy() {
    }

    /** Decides on a check-in. States come in any order, because queues reorder; each keeps its first mark. */
    public static Marking decide(Appointment existing, CheckInState state, Provenance provenance) {
        if (existing.hasMovedInTimeSince(provenance)) {
            return new Marking.Refused(RejectionReason.OVERTAKEN);
        }
        if (existing.marks().has(state)) {
            return new Marking.MadeBefore(existing);
        }
        Mark mark = Mark.by(provenance);
        return refusal(existing, provenance, mark.at()).<Marking>map(Marking.Refused::new)
                .orElseGet(() -> new Marking.Made(existing, existing.with(existing.marks().with(state, mark))));
    }

    private static Optional<RejectionReason> refusal(Appointment existing, Provenance provenance, Instant at) {
        if (existing.status() != AppointmentStatus.CONFIRMED) {
            return Optional.of(existing.hasMovedOnSince(provenance)
                    ? RejectionReason.OVERTAKEN
                    : RejectionReason.ILLEGAL_TRANSITION);
        }
        return at.isBefore(earliest(existing))
                ? Optional.of(RejectionReason.CHECK_IN_TOO_EARLY)
                : Optional.empty();
    }

    /** When its local date begins, or two hours before its start if that is sooner. */
    private static Instant earliest(Appointment existing) {
        TimeSlot slot = existing.slot();
        Instant midnight = slot.date().atStartOfDay(slot.zone()).toInstant();
        Instant ahead = existing.startAt().minus(BEFORE_START);
        return ahead.isBefore(midnight) ? ahead : midnight;
    }
}
