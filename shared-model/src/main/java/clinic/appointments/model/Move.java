package clinic.appointments.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An appointment that is to have another time or other resources. */
record Move(Appointment existing, Booking next) {

    /** Whether it would be as it is. */
    boolean changesNothing() {
        return !relocation().changesSomething();
    }

    /** Whether it brings a kind of resource in that is confirmed by hand, when the confirmation is behind it. */
    boolean escapesConfirmation(BookingTerms terms) {
        return isConfirmed() && terms.holdOf(addedKinds()).isPresent();
    }

    /**
     * The appointment afterwards, in the same status.
     *
     * @param reader the patient's zone
     */
    Appointment made(Provenance provenance, BookingTerms terms, ReminderPlan plan, ZoneId reader) {
        HistoryEntry entry = existing
                .next(provenance, AppointmentAction.RESCHEDULE, existing.status(), Optional.empty())
                .moving(relocation());
        return new Appointment(next, terms.buffersOf(next), hold(terms, provenance.at()), existing.forgottenAt(),
                existing.with(entry), reminders(entry, plan, reader));
    }

    private Relocation relocation() {
        return Relocation.of(existing.booking(), next);
    }

    /** A hold does not last longer than before; one begins when a kind comes in that is confirmed by hand. */
    private Optional<Instant> hold(BookingTerms terms, Instant now) {
        Optional<Instant> begun = isConfirmed() ? Optional.empty() : terms.holdOf(addedKinds()).map(now::plus);
        return existing.holdExpiresAt().or(() -> begun)
                .map(end -> BookingTerms.earlier(end, next.slot().interval().start()));
    }

    /** A confirmed one is reminded of its new time; the time being the same, its reminders stay. */
    private List<Reminder> reminders(HistoryEntry entry, ReminderPlan plan, ZoneId reader) {
        Instant now = entry.provenance().at();
        if (!relocation().changesTime()) {
            return existing.remindersAnd(
                    isConfirmed() ? plan.notice(ReminderKind.Notice.UPDATE, entry.version(), now) : List.of());
        }
        return existing.withRemindersClosed(ReminderState.SKIPPED_RESCHEDULED, now).remindersAnd(isConfirmed()
                ? plan.after(ReminderKind.Notice.RESCHEDULE, entry.version(), next.slot(), reader, now)
                : List.of());
    }

    private List<ResourceId> addedKinds() {
        Set<String> known = existing.booking().resources().stream().map(ResourceId::kind)
                .collect(Collectors.toSet());
        return next.resources().stream().filter(resource -> !known.contains(resource.kind())).toList();
    }

    private boolean isConfirmed() {
        return existing.status() == AppointmentStatus.CONFIRMED;
    }
}
