package clinic.appointments.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The change policy: the rules for granting or refusing a change of an existing appointment. Pure: the same input gives
 * the same decision.
 *
 * @param plan the plan of the patient's notifications
 */
public record ChangePolicy(BookingTerms terms, ReminderPlan plan) {

    /** The same policy with these resources. */
    public ChangePolicy knowing(Collection<Resource> defined) {
        return new ChangePolicy(terms.knowing(defined), plan);
    }

    /** The same policy with these pools. */
    public ChangePolicy knowingPools(Collection<Pool> defined) {
        return new ChangePolicy(terms.knowingPools(defined), plan);
    }

    /** The calendar days that a move can write: those of the old and of the new time, each once. */
    public List<CalendarId> daysOfMove(Appointment existing, Booking moved) {
        return Stream.concat(daysOfCancellation(existing).stream(), terms.daysWithin(moved).stream()).distinct()
                .toList();
    }

    /** The calendar days that a cancellation writes. */
    public List<CalendarId> daysOfCancellation(Appointment existing) {
        return CalendarId.touchedBy(existing.claims());
    }

    /** The calendar days that the end of a hold writes; none when the appointment is no longer held. */
    public List<CalendarId> daysOfExpiry(Appointment existing) {
        return existing.status() == AppointmentStatus.REQUESTED ? daysOfCancellation(existing) : List.of();
    }

    /**
     * Decides on a move to another time or to other resources; the appointment's own time is no obstacle.
     *
     * @param days those of {@link #daysOfMove}
     * @param reader the patient's zone
     */
    public Decision reschedule(Appointment existing, Booking moved, List<CalendarDay> days, ZoneId reader,
            Provenance provenance) {
        return repeatedOrRefused(existing, AppointmentAction.RESCHEDULE, provenance)
                .or(() -> heldTooLong(existing, provenance))
                .orElseGet(() -> switch (assign(existing, moved, days, reader, provenance)) {
                    case Assignment.Made(var appointment) -> move(existing, appointment, days);
                    case Assignment.Refused(var rejection) -> wornOutOrTooLate(existing, provenance).orElse(rejection);
                });
    }

    /** Decides on a move to a time that has no end: only an appointment of a visit type is as long as before. */
    public Decision rejectMoveWithoutEnd(Appointment existing, Provenance provenance) {
        return repeatedOrRefused(existing, AppointmentAction.RESCHEDULE, provenance)
                .orElseGet(() -> new Decision.Rejected(RejectionReason.INVALID_END_TIME));
    }

    /** The appointment at its new place; it keeps the members of pools that can stay. */
    private Assignment assign(Appointment existing, Booking moved, List<CalendarDay> days, ZoneId reader,
            Provenance provenance) {
        return new AssignmentPolicy(booking -> new Move(existing, booking).made(provenance, terms, plan, reader),
                existing.booking().resources(), days, terms).assign(moved);
    }

    /**
     * Decides on a cancellation.
     *
     * @param days those of {@link #daysOfCancellation}
     */
    public Decision cancel(Appointment existing, List<CalendarDay> days, Provenance provenance,
            Optional<ReasonCode> reason) {
        return repeatedOrRefused(existing, AppointmentAction.CANCEL, provenance).or(() -> tooLate(existing, provenance))
                .orElseGet(() -> new Decision.Granted(Optional.of(existing),
                        existing.cancelled(provenance, reason, terms, plan),
                        Claim.put(List.of(), existing.id(), days)));
    }

    /**
     * Decides on the end of a hold. An appointment that was confirmed, moved or ended before needs no change.
     *
     * @param days those of {@link #daysOfExpiry}
     */
    public Decision expire(Appointment existing, List<CalendarDay> days, Provenance provenance) {
        if (existing.hasLapsed()) {
            return new Decision.Repeated(existing);
        }
        if (existing.status() != AppointmentStatus.REQUESTED) {
            return new Decision.Unneeded(existing);
        }
        return existing.isHoldOver(provenance.at())
                ? new Decision.Granted(Optional.of(existing),
                        existing.cancelled(provenance, Optional.of(Appointment.HOLD_EXPIRED), terms, plan),
                        Claim.put(List.of(), existing.id(), days))
                : new Decision.Rejected(RejectionReason.HOLD_NOT_EXPIRED);
    }

    /**
     * Decides on a confirmation. A repeat of the request that confirmed it gets the same answer, even after later
     * changes.
     *
     * @param reader the patient's zone
     */
    public Decision confirm(Appointment existing, ZoneId reader, Provenance provenance) {
        if (existing.hasSeen(provenance.requestId(), AppointmentAction.CONFIRM)) {
            return new Decision.Repeated(existing);
        }
        if (existing.hasLapsed() || existing.isHoldOver(provenance.at())) {
            return new Decision.Rejected(RejectionReason.HOLD_EXPIRED);
        }
        return byStatus(existing, AppointmentAction.CONFIRM, provenance)
                .orElseGet(() -> changed(existing, existing.confirmed(provenance, plan, reader)));
    }

    /** Decides on a completion: possible once the appointment has started, and for one outcome only. */
    public Decision complete(Appointment existing, CompletionOutcome outcome, Provenance provenance) {
        if (existing.hasSeen(provenance.requestId(), AppointmentAction.COMPLETE)) {
            return new Decision.Repeated(existing);
        }
        if (existing.outcome().filter(known -> known != outcome).isPresent()) {
            return new Decision.Rejected(RejectionReason.ILLEGAL_TRANSITION);
        }
        return byStatus(existing, AppointmentAction.COMPLETE, provenance)
                .orElseGet(() -> existing.startAt().isAfter(provenance.at())
                        ? new Decision.Rejected(RejectionReason.NOT_STARTED)
                        : changed(existing, existing.completed(provenance, outcome, terms)));
    }

    private Decision move(Appointment existing, Appointment moved, List<CalendarDay> days) {
        BookingRules rules = new BookingRules(moved, days, terms);
        return withoutMoving(new Move(existing, moved.booking()), moved.latestChange().provenance())
                .or(() -> rules.refusal().map(rules::rejected))
                .orElseGet(() -> new Decision.Granted(Optional.of(existing), moved,
                        Claim.put(moved.claims(), moved.id(), days)));
    }

    /** The part of the decision that the request itself and the appointment's status determine. */
    private static Optional<Decision> repeatedOrRefused(Appointment existing, AppointmentAction action,
            Provenance provenance) {
        return existing.hasSeen(provenance.requestId(), action)
                ? Optional.of(new Decision.Repeated(existing))
                : byStatus(existing, action, provenance);
    }

    /** A request that is already fulfilled is a repeat; a request overtaken by a later one changes nothing. */
    private static Optional<Decision> byStatus(Appointment existing, AppointmentAction action, Provenance provenance) {
        Optional<Decision> overtaken = existing.hasMovedOnSince(provenance)
                ? Optional.of(new Decision.Rejected(RejectionReason.OVERTAKEN))
                : Optional.empty();
        return switch (existing.status().on(action)) {
            case Transition.Repeated() -> Optional.of(new Decision.Repeated(existing));
            case Transition.Illegal _ ->
                overtaken.or(() -> Optional.of(new Decision.Rejected(RejectionReason.ILLEGAL_TRANSITION)));
            case Transition.To _ -> overtaken;
        };
    }

    private static Optional<Decision> heldTooLong(Appointment existing, Provenance provenance) {
        return existing.isHoldOver(provenance.at())
                ? Optional.of(new Decision.Rejected(RejectionReason.HOLD_EXPIRED))
                : Optional.empty();
    }

    /** The part of the decision on a move that does not depend on its time. */
    private Optional<Decision> withoutMoving(Move move, Provenance provenance) {
        return move.changesNothing()
                ? Optional.of(new Decision.Repeated(move.existing()))
                : wornOutOrTooLate(move.existing(), provenance).or(() -> unconfirmed(move, provenance));
    }

    private Optional<Decision> wornOutOrTooLate(Appointment existing, Provenance provenance) {
        return existing.isWornOut()
                ? Optional.of(new Decision.Rejected(RejectionReason.TOO_MANY_CHANGES))
                : tooLate(existing, provenance);
    }

    private Optional<Decision> unconfirmed(Move move, Provenance provenance) {
        return move.escapesConfirmation(terms) && !provenance.isOverridden()
                ? Optional.of(new Decision.Rejected(RejectionReason.CONFIRMATION_REQUIRED))
                : Optional.empty();
    }

    private Optional<Decision> tooLate(Appointment existing, Provenance provenance) {
        return isTooLate(existing, provenance.at()) && !provenance.isOverridden()
                ? Optional.of(new Decision.Rejected(RejectionReason.CHANGE_TOO_LATE,
                        Evidence.setting("changeNotice", terms.limits().changeNotice())))
                : Optional.empty();
    }

    private boolean isTooLate(Appointment existing, Instant now) {
        return now.isAfter(existing.startAt().minus(terms.limits().changeNotice()));
    }

    private static Decision changed(Appointment existing, Appointment changed) {
        return new Decision.Granted(Optional.of(existing), changed, List.of());
    }
}
