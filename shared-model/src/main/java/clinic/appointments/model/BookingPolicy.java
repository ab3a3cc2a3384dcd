package clinic.appointments.model;

import java.util.List;
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
        Optional<Decision.Rejected> refusal = refusal(wanted, situation.patient(), situation.days(),
                terms);
        return refusal.isPresent()
                ? refusal.get()
                : new Decision.Granted(Optional.empty(), wanted,
                        Claim.put(wanted.claims(), wanted.id(), situation.days()));
    }

    /** Why the patient cannot have the new appointment; empty when it is granted. */
    static Optional<Decision.Rejected> refusal(Appointment wanted, Optional<Patient> patient, List<CalendarDay> days,
            BookingTerms terms) {
        return refusalOfAnyone(wanted, days, terms).or(() -> patient.filter(Patient::isKnown).isPresent()
                ? Optional.empty()
                : Optional.of(new Decision.Rejected(RejectionReason.UNKNOWN_PATIENT)));
    }

    /** Why nobody can have the new appointment, whoever the patient is; empty when a registered one can. */
    static Optional<Decision.Rejected> refusalOfAnyone(Appointment wanted, List<CalendarDay> days,
            BookingTerms terms) {
        BookingRules rules = new BookingRules(wanted, days, terms);
        return rules.refusal().map(rules::rejected);
    }
}
