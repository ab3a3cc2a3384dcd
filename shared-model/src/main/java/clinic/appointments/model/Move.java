package clinic.appointments.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A move: an existing appointment and the booking with its new time or resources. */
record Move(Appointment existing, Booking next) {

    /** Whether the appointment would stay as it is. */
    boolean changesNothing() {
        return !relocation().changesSomething();
    }

    /** Whether the move adds a kind of resource that is confirmed by hand to an already confirmed appointment. */
    boolean escapesConfirmation(BookingTerms terms) {
        return isConfirmed() && terms.holdOf(addedKinds()).isPresent();
    }

    /**
     * The appointment after the move, in the same status.
     *
     * @param reader the patient's zone
     */
    Appointment made(Provenance provenance, BookingTerms terms, ReminderPlan plan, ZoneId reader) {
        HistoryEntry entry = existing
                .next(provenance, AppointmentAction.RESCHEDULE, existing.status(), Optional.empty())
                .moving(relocation());
        return new Appointment(next.agreed(provenance), terms.buffersOf(next), hold(terms, provenance.at()),
                existing.forgottenAt(),
                existing.with(entry), reminders(entry, plan, reader),
                relocation().changesTime() ? Marks.NONE : existing.marks().elsewhere());
    }

    private Relocation relocation() {
        return Relocation.of(existing.booking(), next);
    }

    /** A hold never gets longer; one begins when the move adds a kind that is confirmed by hand. */
    private Optional<Instant> hold(BookingTerms terms, Instant now) {
        Optional<Instant> begun = isConfirmed() ? Optional.empty() : terms.holdOf(addedKinds()).map(now::plus);
        return existing.holdExpiresAt().or(() -> begun)
                .map(end -> BookingTerms.earlier(end, next.slot().interval().start()));
    }

    /** A confirmed appointment gets reminders of its new time; when the time stays, its reminders stay. */
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
