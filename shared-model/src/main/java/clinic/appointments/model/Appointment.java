package clinic.appointments.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An appointment: a patient's booking of a time and resources, with its status, its reminders and the history of its
 * changes. It is immutable; its latest change defines its status.
 *
 * @param buffers the buffers behind its claims
 * @param holdExpiresAt end of the hold, by which it needs a confirmation by hand; empty when it needs none
 * @param forgottenAt when it may be deleted; empty until it is cancelled or completed
 * @param history oldest first, never empty
 * @param marks those of its present time
 */
public record Appointment(Booking booking, Buffers buffers, Optional<Instant> holdExpiresAt,
        Optional<Instant> forgottenAt, List<HistoryEntry> history, List<Reminder> reminders, Marks marks) {

    /** Limit that keeps an appointment's item small. */
    public static final int MAX_CHANGES = 50;
    /** Room for a confirmation, and a cancellation or completion. */
    private static final int CHANGES_TO_COME = 2;

    /** Reason of the cancellation of an appointment whose hold has ended. */
    public static final ReasonCode HOLD_EXPIRED = new ReasonCode("HOLD_EXPIRED");

    public Appointment {
        history = List.copyOf(history);
        reminders = List.copyOf(reminders);
    }

    /** A new appointment from a request. */
    public static Appointment requested(Booking wanted, Provenance provenance, BookingTerms terms) {
        Booking booking = wanted.agreed(provenance);
        HistoryEntry first = new HistoryEntry(1, provenance, AppointmentAction.BOOK, Optional.empty(),
                AppointmentStatus.REQUESTED, Optional.empty());
        return new Appointment(booking, terms.buffersOf(booking), terms.holdEnd(booking, provenance.at()),
                Optional.empty(),
                List.of(first), List.of(), Marks.NONE);
    }

    public AppointmentId id() {
        return booking.appointmentId();
    }

    public PatientId patientId() {
        return booking.patientId();
    }

    public TimeSlot slot() {
        return booking.slot();
    }

    public Interval interval() {
        return slot().interval();
    }

    public Instant startAt() {
        return interval().start();
    }

    public AppointmentStatus status() {
        return latestChange().to();
    }

    /** Number of changes of status or time, from 1. */
    public long version() {
        return latestChange().version();
    }

    public Instant createdAt() {
        return history.getFirst().provenance().at();
    }

    public Instant updatedAt() {
        return latestChange().provenance().at();
    }

    /** Whether it is to take place or does so now. */
    public boolean isAhead(Instant now) {
        return !status().isTerminal() && interval().end().isAfter(now);
    }

    /** The claims on its patient and its resources. */
    public List<Claim> claims() {
        return Claim.of(booking, buffers);
    }

    /**
     * The appointment, confirmed and with its reminders planned.
     *
     * @param reader the patient's zone
     */
    public Appointment confirmed(Provenance provenance, ReminderPlan plan, ZoneId reader) {
        HistoryEntry entry = next(provenance, AppointmentAction.CONFIRM, AppointmentStatus.CONFIRMED, Optional.empty());
        return new Appointment(booking, buffers, Optional.empty(), forgottenAt, with(entry),
                plan.after(ReminderKind.Notice.CONFIRMATION, scheduleVersion(), slot(), reader, provenance.at()),
                marks);
    }

    /**
     * The appointment at another time or with other resources, in the same status. The patient of a confirmed
     * appointment is notified and reminded of the new time; the reminders stay when the time stays. A hold never gets
     * longer; one begins when the move adds a kind of resource that is confirmed by hand.
     *
     * @param reader the patient's zone
     */
    public Appointment rescheduled(Provenance provenance, Booking moved, BookingTerms terms, ReminderPlan plan,
            ZoneId reader) {
        return new Move(this, moved).made(provenance, terms, plan, reader);
    }

    /** The appointment, cancelled and with its open reminders closed. */
    public Appointment cancelled(Provenance provenance, Optional<ReasonCode> reason, BookingTerms terms,
            ReminderPlan plan) {
        HistoryEntry entry = next(provenance, AppointmentAction.CANCEL, AppointmentStatus.CANCELLED, reason);
        return ended(entry, terms, withRemindersClosed(ReminderState.SKIPPED_CANCELLED, provenance.at())
                .remindersAnd(plan.notice(ReminderKind.Notice.CANCELLATION, entry.version(), provenance.at())));
    }

    /** The appointment, completed and with its open reminders closed. */
    public Appointment completed(Provenance provenance, CompletionOutcome outcome, BookingTerms terms) {
        HistoryEntry entry = next(provenance, AppointmentAction.COMPLETE, AppointmentStatus.COMPLETED,
                Optional.of(outcome.code()));
        return ended(entry, terms, withRemindersClosed(ReminderState.SKIPPED_COMPLETED, provenance.at()).reminders());
    }

    /** The appointment with a new state of one of its reminders. */
    public Appointment with(Reminder changed) {
        return new Appointment(booking, buffers, holdExpiresAt, forgottenAt, history, reminders.stream()
                .map(reminder -> reminder.key().equals(changed.key()) ? changed : reminder).toList(), marks);
    }

    /** The appointment with other marks. */
    public Appointment with(Marks others) {
        return new Appointment(booking, buffers, holdExpiresAt, forgottenAt, history, reminders, others);
    }

    /** The appointment without the client's notes. */
    public Appointment withoutNotes() {
        return new Appointment(booking.withoutNotes(), buffers, holdExpiresAt, forgottenAt, history, reminders, marks);
    }

    /** The version that set the present time. */
    public long scheduleVersion() {
        return history.stream().filter(entry -> entry.action().setsTime()).mapToLong(HistoryEntry::version).max()
                .orElseThrow();
    }

    /** Whether the request made this change to the appointment before. */
    public boolean hasSeen(RequestId request, AppointmentAction action) {
        return history.stream().anyMatch(entry -> entry.isBy(request, action));
    }

    /** Whether a client has asked for another change since this provenance's request was sent. */
    public boolean hasMovedOnSince(Provenance provenance) {
        return provenance.sentAt().stream()
                .anyMatch(sent -> history.stream().flatMap(entry -> entry.askedAt().stream()).anyMatch(sent::isBefore));
    }

    /** Whether a client has moved it to another time since this provenance's request was sent. */
    boolean hasMovedInTimeSince(Provenance provenance) {
        return provenance.sentAt().stream().anyMatch(sent -> history.stream().filter(HistoryEntry::changesTime)
                .flatMap(entry -> entry.askedAt().stream()).anyMatch(sent::isBefore));
    }

    /** Whether a client has given it another time or other resources since this provenance's request was sent. */
    boolean hasBeenPlacedSince(Provenance provenance) {
        return provenance.sentAt().stream().anyMatch(sent -> history.stream()
                .filter(entry -> entry.relocation().isPresent()).flatMap(entry -> entry.askedAt().stream())
                .anyMatch(sent::isBefore));
    }

    /** Whether the history has no room for another move. */
    public boolean isWornOut() {
        return history.size() >= MAX_CHANGES - CHANGES_TO_COME;
    }

    /** Whether the time for a confirmation by hand is over. */
    public boolean isHoldOver(Instant now) {
        return holdExpiresAt.filter(end -> !end.isAfter(now)).isPresent();
    }

    /** Whether it was cancelled because it was not confirmed in time. */
    public boolean hasLapsed() {
        return status() == AppointmentStatus.CANCELLED
                && latestChange().reason().filter(HOLD_EXPIRED::equals).isPresent();
    }

    /** The outcome; empty until the appointment is completed. */
    public Optional<CompletionOutcome> outcome() {
        return status() == AppointmentStatus.COMPLETED
                ? latestChange().reason().map(ReasonCode::value).map(CompletionOutcome::valueOf)
                : Optional.empty();
    }

    /** Whether it counts as deleted; the database deletes it later. */
    public boolean isForgotten(Instant now) {
        return forgottenAt.filter(end -> !end.isAfter(now)).isPresent();
    }

    public Optional<Reminder> reminder(ReminderKey key) {
        return reminders.stream().filter(reminder -> reminder.key().equals(key)).findFirst();
    }

    public Stream<Reminder> openReminders() {
        return reminders.stream().filter(Reminder::isOpen);
    }

    public HistoryEntry latestChange() {
        return history.getLast();
    }

    /** The pools from which its resources were taken, by resource; those that were named are left out. */
    public Map<ResourceId, PoolId> pools() {
        return placement().pools();
    }

    /** The resources that were asked for: a pool in the place of each resource that was taken from one. */
    public List<ResourceId> wantedResources() {
        Map<ResourceId, PoolId> pools = pools();
        return booking.resources().stream()
                .map(resource -> Optional.ofNullable(pools.get(resource)).map(PoolId::resource).orElse(resource))
                .toList();
    }

    /** The appointment, with the pools from which its latest change has taken resources. */
    Appointment from(Map<ResourceId, PoolId> pools) {
        List<HistoryEntry> entries = new ArrayList<>(history);
        entries.set(entries.size() - 1, latestChange().from(pools));
        return new Appointment(booking, buffers, holdExpiresAt, forgottenAt, entries, reminders, marks);
    }

    /** The change that gave it its present time and resources. */
    HistoryEntry placement() {
        return history.reversed().stream().filter(entry -> entry.action() == AppointmentAction.BOOK
                || entry.action() == AppointmentAction.RESCHEDULE).findFirst().orElseThrow();
    }

    private Appointment ended(HistoryEntry entry, BookingTerms terms, List<Reminder> left) {
        return new Appointment(booking, buffers, Optional.empty(), Optional.of(terms.forgottenAt(booking)),
                with(entry), left, marks);
    }

    HistoryEntry next(Provenance provenance, AppointmentAction action, AppointmentStatus to,
            Optional<ReasonCode> reason) {
        return new HistoryEntry(version() + 1, provenance, action, Optional.of(status()), to, reason);
    }

    List<HistoryEntry> with(HistoryEntry entry) {
        List<HistoryEntry> longer = new ArrayList<>(history);
        longer.add(entry);
        return longer;
    }

    /** The appointment with all open reminders closed. */
    Appointment withRemindersClosed(ReminderState state, Instant now) {
        return new Appointment(booking, buffers, holdExpiresAt, forgottenAt, history, reminders.stream()
                .map(reminder -> reminder.isOpen() ? reminder.in(state, now) : reminder).toList(), marks);
    }

    List<Reminder> remindersAnd(List<Reminder> more) {
        return Stream.concat(reminders.stream(), more.stream()).toList();
    }

    @Override
    public String toString() {
        return "Appointment[" + id() + " " + status() + " v" + version() + "]";
    }
}
