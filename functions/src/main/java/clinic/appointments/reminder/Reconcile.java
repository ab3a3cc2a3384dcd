package clinic.appointments.reminder;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.message.Correlation;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.FollowUp;
import clinic.appointments.message.Overdue;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.message.ReminderMessage.Position;
import clinic.appointments.message.ReminderMessage.Within;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.DateRange;
import clinic.appointments.model.OverdueRules;
import clinic.appointments.model.Reminder;
import clinic.appointments.port.AppointmentSearch;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.BadCursorException;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.FollowUps;
import clinic.appointments.port.Gauges;
import clinic.appointments.port.Holds;
import clinic.appointments.port.Page;
import clinic.appointments.port.Reminders;

/**
 * Searches for overdue work, page by page, and sends its messages again. The consumer of such a message decides anew,
 * so that a superfluous message does no harm. A search for which an invocation has no time continues with another
 * message.
 */
final class Reconcile {

    private static final List<AppointmentStatus> WAITING = List.of(AppointmentStatus.REQUESTED,
            AppointmentStatus.CONFIRMED, AppointmentStatus.CANCELLED);
    /** Size of a page; each of its appointments can have several messages. */
    private static final int PAGE = 25;
    /** The other messages of the batch need time, too. */
    private static final Duration MAX_DURATION = Duration.ofSeconds(8);
    private static final Duration MIN_TIME_LEFT = Duration.ofSeconds(10);

    private final AppointmentSearch search;
    private final OverdueMessages messages;
    private final Gauges gauges;
    private final BookingTerms terms;
    private final InstantSource clock;

    Reconcile(AppointmentSearch search, OverdueMessages messages, Gauges gauges, BookingTerms terms,
            InstantSource clock) {
        this.search = search;
        this.messages = messages;
        this.gauges = gauges;
        this.terms = terms;
        this.clock = clock;
    }

    Disposition handle(ReminderMessage.Reconcile message, Deadline deadline) {
        try {
            return search(message, deadline);
        } catch (BadCursorException bad) {
            return new Disposition.Parked(Objects.requireNonNull(bad.getMessage()));
        }
    }

    private Disposition search(ReminderMessage.Reconcile message, Deadline deadline) {
        Position position = message.position().orElseGet(this::beginning);
        Duration enough = longer(deadline.remaining().minus(MAX_DURATION), MIN_TIME_LEFT);
        while (!position.from().isAfter(position.until())) {
            if (deadline.remaining().compareTo(enough) < 0) {
                messages.continueAt(position, message.correlation());
                return new Disposition.Accepted(Effect.CONTINUED);
            }
            position = after(position, message.correlation());
        }
        gauges.overdue(position.found());
        return new Disposition.Accepted(Effect.RECONCILED);
    }

    private Position beginning() {
        DateRange dates = terms.datesToReconcile(clock.instant());
        return new Position(dates.first(), dates.last(), Within.BEGINNING, Overdue.NOTHING);
    }

    /**
     * Processes one page and returns the next position; a page takes only a moment, no matter how many appointments a
     * date has.
     */
    private Position after(Position position, Correlation correlation) {
        Within within = position.within();
        Page<Appointment> page = search.ofStatus(within.status(), DateRange.only(position.from()),
                new PageRequest(PAGE, within.cursor()));
        Overdue found = page.items().stream()
                .map(appointment -> messages.sendAgain(appointment, new OverdueRules(clock.instant()), correlation))
                .reduce(position.found(), Overdue::plus);
        return page.next().map(cursor -> new Within(within.status(), Optional.of(cursor))).or(() -> next(within))
                .map(next -> new Position(position.from(), position.until(), next, found))
                .orElseGet(() -> new Position(position.from().plusDays(1), position.until(), Within.BEGINNING, found));
    }

    private static Optional<Within> next(Within within) {
        return WAITING.stream().skip(WAITING.indexOf(within.status()) + 1L).findFirst()
                .map(status -> new Within(status, Optional.empty()));
    }

    private static Duration longer(Duration one, Duration other) {
        return Stream.of(one, other).max(Duration::compareTo).orElseThrow();
    }
}
