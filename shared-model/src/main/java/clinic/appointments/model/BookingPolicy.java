package clinic.appointments.model;

import java.util.Optional;

/**
 * The booking policy: the rules for granting or refusing a new appointment. Pure: the same input gives the same
 * decision.
 */
public final class BookingPolicy {

    private BookingPolicy() {
    }

    /**
     * Decides on a requested appointment.
     *
     * @param wanted as {@link Appointment#requested} makes it; its creation is the time of the decision
     * @param situation includes the days that the claims touch
     */
    public static Decision decide(Appointment wanted, BookingSituation situation, BookingTerms terms) {
        return situation.existing().map(existing -> repeatOrClash(wanted, existing))
                .orElseGet(() -> decideNew(wanted, situation, terms));
    }

    /** Comes first: otherwise a redelivered request would be refused because of its own claim. */
    private static Decision repeatOrClash(Appointment wanted, Appointment existing) {
        return existing.hasSeen(wanted.latestChange().provenance().requestId(), AppointmentAction.BOOK)
                ? new Decision.Repeated(existing)
                : new Decision.Rejected(RejectionReason.APPOINTMENT_EXISTS);
    }

    private static Decision decideNew(Appointment wanted, BookingSituation situation, BookingTerms terms) {
        BookingRules rules = new BookingRules(wanted, situation.days(), terms);
        Optional<RejectionReason> refusal = rules.refusal();
        if (refusal.isPresent()) {
            return rules.rejected(refusal.get());
        }
        return situation.patient().filter(Patient::isKnown).isEmpty()
                ? new Decision.Rejected(RejectionReason.UNKNOWN_PATIENT)
                : new Decision.Granted(Optional.empty(), wanted,
                        Claim.put(wanted.claims(), wanted.id(), situation.days()));
    }
}
