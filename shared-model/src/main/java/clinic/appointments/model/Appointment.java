package clinic.appointments.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    public Appointment {
        history = List.copyOf(history);
        reminders = List.copyOf(reminders);
    }

    /** The appointment that a request asks for. */
    public static Appointment requested(Booking booking, RequestId requestId, String bodyHash, Instant now) {
        HistoryEntry first = new HistoryEntry(1, now, HistoryEntry.CLIENT, AppointmentAction.BOOK, Optional.empty(),
                AppointmentStatus.REQUESTED, requestId, Optional.of(bodyHash));
        return new Appointment(booking, AppointmentStatus.REQUESTED, 1, now, now, List.of(first), List.of());
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
    public Appointment confirmed(RequestId requestId, ReminderPlan plan, Instant now) {
        long next = version + 1;
        HistoryEntry entry = new HistoryEntry(next, now, HistoryEntry.SERVICE, AppointmentAction.CONFIRM,
                Optional.of(status), AppointmentStatus.CONFIRMED, requestId, Optional.empty());
        List<Reminder> planned = plan.remindersOf(scheduleVersion(), startAt(), now);
        return new Appointment(booking, AppointmentStatus.CONFIRMED, next, createdAt, now, and(entry), planned);
    }

    /** Version that set the present time. */
    public long scheduleVersion() {
        return history.stream().filter(entry -> entry.action() == AppointmentAction.BOOK)
                .mapToLong(HistoryEntry::version).max().orElseThrow();
    }

    /** Whether the request did this to the appointment before. */
    public boolean hasSeen(RequestId request, AppointmentAction action) {
        return history.stream().anyMatch(entry -> entry.isBy(request, action));
    }

    public Optional<Reminder> reminder(ReminderKey key) {
        return reminders.stream().filter(reminder -> reminder.key().equals(key)).findFirst();
    }

    public HistoryEntry latestChange() {
        return history.getLast();
    }

    private List<HistoryEntry> and(HistoryEntry entry) {
        List<HistoryEntry> longer = new ArrayList<>(history);
        longer.add(entry);
        return longer;
    }

    @Override
    public String toString() {
        return "Appointment[" + id() + " " + status + " v" + version + "]";
    }
}
