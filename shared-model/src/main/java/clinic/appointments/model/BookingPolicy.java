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
        return repeatOrClash(wanted.latestChange().provenance().requestId(), situation)
                .orElseGet(() -> decideNew(wanted, situation, terms));
    }

    /** Decides on a request that no rule of bookings is needed to reject. */
    public static Decision reject(RequestId request, BookingSituation situation, Decision.Rejected rejection) {
        return repeatOrClash(request, situation).orElse(rejection);
    }

    /** Comes first: otherwise a redelivered request would be refused because of its own claim. */
    private static Optional<Decision> repeatOrClash(RequestId request, BookingSituation situation) {
        return situation.existing().map(existing -> existing.hasSeen(request, AppointmentAction.BOOK)
                ? new Decision.Repeated(existing)
                : new Decision.Rejected(RejectionReason.APPOINTMENT_EXISTS));
    }

    private static Decision decideNew(Appointment wanted, BookingSituation situation, BookingTerms terms) {
        return switch (assign(wanted, situation.patient(), situation.days(), terms)) {
            case Assignment.Made(var appointment) -> new Decision.Granted(Optional.empty(), appointment,
                    Claim.put(appointment.claims(), appointment.id(), situation.days()));
            case Assignment.Refused(var rejection) -> rejection;
        };
    }

    /** The new appointment with the resources that serve, or why the patient cannot have it. */
    static Assignment assign(Appointment wanted, Optional<Patient> patient, List<CalendarDay> days,
            BookingTerms terms) {
        Assignment ofAnyone = assignToAnyone(wanted, days, terms);
        return ofAnyone instanceof Assignment.Made && patient.filter(Patient::isKnown).isEmpty()
                ? new Assignment.Refused(new Decision.Rejected(RejectionReason.UNKNOWN_PATIENT))
                : ofAnyone;
    }

    /** The new appointment with the resources that serve, or why nobody can have it, whoever the patient is. */
    static Assignment assignToAnyone(Appointment wanted, List<CalendarDay> days, BookingTerms terms) {
        return switch (assignPools(wanted, days, terms)) {
            case Assignment.Made made -> checked(made, days, terms);
            case Assignment.Refused refused -> refused;
        };
    }

    private static Assignment assignPools(Appointment wanted, List<CalendarDay> days, BookingTerms terms) {
        Provenance provenance = wanted.latestChange().provenance();
        return wanted.booking().pools().isEmpty()
                ? new Assignment.Made(wanted)
                : new AssignmentPolicy(booking -> Appointment.requested(booking, provenance, terms), List.of(), days,
                        terms).assign(wanted.booking());
    }

    private static Assignment checked(Assignment.Made made, List<CalendarDay> days, BookingTerms terms) {
        BookingRules rules = new BookingRules(made.appointment(), days, terms);
        return rules.refusal().map(rules::rejected).<Assignment>map(Assignment.Refused::new).orElse(made);
    }
}
