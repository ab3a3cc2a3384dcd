package clinic.appointments.reminder;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.message.Fate;
import clinic.appointments.message.FollowUp;
import clinic.appointments.message.Overdue;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.message.ReminderMessage.Position;
import clinic.appointments.message.Trail;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.Dates;
import clinic.appointments.model.Lateness;
import clinic.appointments.model.Reminder;
import clinic.appointments.port.AppointmentSearch;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.FollowUps;
import clinic.appointments.port.Gauges;
import clinic.appointments.port.Holds;
import clinic.appointments.port.Page;
import clinic.appointments.port.Reminders;

/**
 * Finds what should have happened and has not, date by date, and sends its message again: whoever gets it decides anew, so
 * that a message too many does no harm. What one invocation has no time for is left to the next, by a message of its own.
 */
final class Reconcile {

    private static final List<AppointmentStatus> WAITING = List.of(AppointmentStatus.REQUESTED,
            AppointmentStatus.CONFIRMED, AppointmentStatus.CANCELLED);
    /** The other messages of the batch need time, too. */
    private static final Duration AT_MOST = Duration.ofSeconds(8);
    private static final Duration TO_SPARE = Duration.ofSeconds(10);

    private final AppointmentSearch search;
    private final Messages messages;
    private final Gauges gauges;
    private final BookingTerms terms;
    private final InstantSource clock;

    /** The ways on which what is overdue is sent again. */
    record Messages(FollowUps followUps, Holds holds, Reminders reminders) {
    }

    Reconcile(AppointmentSearch search, Messages messages, Gauges gauges, BookingTerms terms, InstantSource clock) {
        this.search = search;
        this.messages = messages;
        this.gauges = gauges;
        this.terms = terms;
        this.clock = clock;
    }

    Fate handle(ReminderMessage.Reconcile message, Deadline deadline) {
        Position position = message.position().orElseGet(this::beginning);
        Duration enough = longer(deadline.remaining().minus(AT_MOST), TO_SPARE);
        while (!position.from().isAfter(position.until())) {
            if (deadline.remaining().compareTo(enough) < 0) {
                messages.reminders().send(new ReminderMessage.Reconcile(Optional.of(position), message.trail()));
                return new Fate.Accepted("CONTINUED");
            }
            position = after(position, message.trail());
        }
        gauges.overdue(position.found());
        return new Fate.Accepted("RECONCILED");
    }

    private Position beginning() {
        Dates ahead = terms.datesAhead(clock.instant());
        return new Position(ahead.first(), ahead.last(), Overdue.NOTHING);
    }

    private Position after(Position position, Trail trail) {
        Dates date = Dates.only(position.from());
        Overdue found = WAITING.stream()
                .flatMap(status -> Page.walk(page -> search.ofStatus(status, date, page)))
                .map(appointment -> sendAgain(appointment, trail)).reduce(position.found(), Overdue::plus);
        return new Position(position.from().plusDays(1), position.until(), found);
    }

    private Overdue sendAgain(Appointment appointment, Trail trail) {
        Lateness lateness = new Lateness(clock.instant());
        boolean hold = lateness.isHoldOverdue(appointment);
        if (hold) {
            messages.holds().end(appointment.id(), trail);
        }
        boolean confirmation = lateness.isConfirmationOverdue(appointment);
        if (confirmation) {
            messages.followUps().send(
                    new FollowUp(appointment.id(), appointment.latestChange().cause().requestId(), trail));
        }
        return new Overdue(remind(appointment, lateness.overdueReminders(appointment), trail), hold ? 1 : 0,
                confirmation ? 1 : 0);
    }

    private long remind(Appointment appointment, List<Reminder> overdue, Trail trail) {
        overdue.forEach(reminder -> messages.reminders()
                .send(new ReminderMessage.Remind(appointment.id(), reminder.key(), trail)));
        return overdue.size();
    }

    private static Duration longer(Duration one, Duration other) {
        return Stream.of(one, other).max(Duration::compareTo).orElseThrow();
    }
}
