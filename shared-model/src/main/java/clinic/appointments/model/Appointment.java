package clinic.appointments.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An appointment with all that happened to it. It changes only by becoming another one.
 *
 * @param version
 *            counts changes of status or time, from 1
 * @param history
 *            oldest first, never empty
 */
public record Appointment(Booking booking, AppointmentStatus status, long version, Instant createdAt, Instant updatedAt,
        List<HistoryEntry> history, List<Reminder> reminders) {

    /** Keeps an appointment's item small. */
    public static final int MOST_CHANGES = 50;

    public Appointment {
        history = List.copyOf(history);
        reminders = List.copyOf(reminders);
    }

    /** The appointment that a request asks for. */
    public static Appointment requested(Booking booking, Cause cause) {
        HistoryEntry first = new HistoryEntry(1, cause, AppointmentAction.BOOK, Optional.empty(),
                AppointmentStatus.REQUESTED, Optional.empty());
        return new Appointment(booking, AppointmentStatus.REQUESTED, 1, cause.at(), cause.at(), List.of(first),
                List.of());
    }

    public AppointmentId id() {
        return booking.appointmentId();
    }

    public PatientId patientId() {
        return booking.patientId();
    }

    public Interval interval() {
        return booking.slot().interval();
    }

    public Instant startAt() {
        return interval().start();
    }

    /** Confirmed, with its reminders planned. */
    public Appointment confirmed(Cause cause, ReminderPlan plan) {
        HistoryEntry entry = next(cause, AppointmentAction.CONFIRM, AppointmentStatus.CONFIRMED, Optional.empty());
        return changed(booking, entry, plan.remindersOf(scheduleVersion(), startAt(), cause.at()));
    }

    /** At another time or with other resources, in the same status; a confirmed one is reminded of its new time. */
    public Appointment rescheduled(Cause cause, Booking moved, ReminderPlan plan) {
        HistoryEntry entry = next(cause, AppointmentAction.RESCHEDULE, status, Optional.empty());
        List<Reminder> fresh = status == AppointmentStatus.CONFIRMED
                ? plan.remindersOf(entry.version(), moved.slot().interval().start(), cause.at())
                : List.of();
        return changed(moved, entry,
                Stream.concat(closed(ReminderState.SKIPPED_RESCHEDULED, cause.at()).stream(), fresh.stream()).toList());
    }

    /** Cancelled; its open reminders are closed. */
    public Appointment cancelled(Cause cause, Optional<ReasonCode> reason) {
        HistoryEntry entry = next(cause, AppointmentAction.CANCEL, AppointmentStatus.CANCELLED, reason);
        return changed(booking, entry, closed(ReminderState.SKIPPED_CANCELLED, cause.at()));
    }

    /** Version that set the present time. */
    public long scheduleVersion() {
        return history.stream().filter(entry -> entry.action().setsTime()).mapToLong(HistoryEntry::version).max()
                .orElseThrow();
    }

    /** Whether the request did this to the appointment before. */
    public boolean hasSeen(RequestId request, AppointmentAction action) {
        return history.stream().anyMatch(entry -> entry.isBy(request, action));
    }

    /** Whether no further change fits into its history. */
    public boolean isWornOut() {
        return history.size() >= MOST_CHANGES;
    }

    public Optional<Reminder> reminder(ReminderKey key) {
        return reminders.stream().filter(reminder -> reminder.key().equals(key)).findFirst();
    }

    public HistoryEntry latestChange() {
        return history.getLast();
    }

    private HistoryEntry next(Cause cause, AppointmentAction action, AppointmentStatus to,
            Optional<ReasonCode> reason) {
        return new HistoryEntry(version + 1, cause, action, Optional.of(status), to, reason);
    }

    private Appointment changed(Booking next, HistoryEntry entry, List<Reminder> nextReminders) {
        List<HistoryEntry> longer = new ArrayList<>(history);
        longer.add(entry);
        return new Appointment(next, entry.to(), entry.version(), createdAt, entry.cause().at(), longer, nextReminders);
    }

    private List<Reminder> closed(ReminderState state, Instant now) {
        return reminders.stream().map(reminder -> reminder.isOpen() ? reminder.in(state, now) : reminder).toList();
    }

    @Override
    public String toString() {
        return "Appointment[" + id() + " " + status + " v" + version + "]";
    }
}
