package clinic.appointments.model;

import java.util.List;
import java.util.Optional;

/** Who gets a time, and who does not. Pure: the same question has the same answer. */
public final class BookingPolicy {

    private BookingPolicy() {
    }

    /**
     * Decides on an appointment that a request asks for.
     *
     * @param wanted
     *            as {@link Appointment#requested} makes it; its creation is the time of the decision
     */
    public static Decision decide(Appointment wanted, BookingSituation situation) {
        return situation.existing().map(existing -> repeatOrClash(wanted, existing))
                .orElseGet(() -> decideNew(wanted, situation));
    }

    /** Comes first: a redelivered request would else be refused by its own claim. */
    private static Decision repeatOrClash(Appointment wanted, Appointment existing) {
        return existing.hasSeen(wanted.latestChange().cause().requestId(), AppointmentAction.BOOK)
                ? new Decision.Repeated(existing)
                : new Decision.Rejected(RejectionReason.APPOINTMENT_EXISTS);
    }

    private static Decision decideNew(Appointment wanted, BookingSituation situation) {
        Optional<RejectionReason> refusal = BookingRules.refusal(wanted.booking(), situation.days(),
                wanted.createdAt());
        if (refusal.isPresent()) {
            return new Decision.Rejected(refusal.get());
        }
        return situation.patient().isEmpty() ? new Decision.PatientMissing() : claim(wanted, situation);
    }

    private static Decision claim(Appointment wanted, BookingSituation situation) {
        List<CalendarDay> claimed = situation.days().stream()
                .map(day -> day.claimed(wanted.interval(), wanted.id())).toList();
        return new Decision.Granted(Optional.empty(), wanted, claimed);
    }
}
