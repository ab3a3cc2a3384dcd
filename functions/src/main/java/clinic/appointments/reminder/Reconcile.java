package clinic.appointments.reminder;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.message.Correlation;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.Overdue;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.message.ReminderMessage.Position;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.OverdueRules;
import clinic.appointments.port.AppointmentSearch;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.BadCursorException;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Gauges;
import clinic.appointments.port.Page;
import clinic.appointments.port.UnresolvedRequests;

/**
 * Searches for overdue work, page by page, and sends its messages again. The consumer of such a message decides anew,
 * so that a superfluous message does no harm. A search for which an invocation has no time continues with another
 * message. At its end, requests of which nothing is heard any more are given up.
 */
final class Reconcile {

    /** Size of a page; each of its appointments can have several messages. */
    private static final int PAGE = 25;
    /** The other messages of the batch need time, too. */
    private static final Duration MAX_DURATION = Duration.ofSeconds(8);
    private static final Duration MIN_TIME_LEFT = Duration.ofSeconds(10);

    private final AppointmentSearch search;
    private final OverdueMessages messages;
    private final UnresolvedRequests unresolved;
    private final Gauges gauges;
    private final InstantSource clock;

    Reconcile(AppointmentSearch search, OverdueMessages messages, UnresolvedRequests unresolved, Gauges gauges,
            InstantSource clock) {
        this.search = search;
        this.messages = messages;
        this.unresolved = unresolved;
        this.gauges = gauges;
        this.clock = clock;
    }

    Disposition handle(ReminderMessage.Reconcile message, Deadline deadline) {
        try {
            return search(message, deadline);
        } catch (BadCursorException bad) {
            return new Disposition.Parked(Objects.requireNonNull(bad.getMessage()));
        }
    }

    /** Processes page by page; a page takes only a moment, no matter how much is overdue. */
    private Disposition search(ReminderMessage.Reconcile message, Deadline deadline) {
        OverdueRules rules = new OverdueRules(clock.instant());
        Duration enough = longer(deadline.remaining().minus(MAX_DURATION), MIN_TIME_LEFT);
        Optional<Position> position = message.position();
        Overdue found;
        do {
            if (deadline.remaining().compareTo(enough) < 0) {
                messages.continueAt(position, message.correlation());
                return new Disposition.Accepted(Effect.CONTINUED);
            }
            Page<Appointment> page = search.overdue(rules.now(),
                    new PageRequest(PAGE, position.map(Position::cursor)));
            Overdue total = position.map(Position::found).orElse(Overdue.NOTHING)
                    .plus(sendAgain(page, rules));
            position = page.next().map(cursor -> new Position(cursor, total));
            found = total;
        } while (position.isPresent());
        gauges.overdue(found);
        gauges.givenUp(unresolved.giveUpSilent(rules.now(), () -> deadline.remaining().compareTo(enough) >= 0));
        return new Disposition.Accepted(Effect.RECONCILED);
    }

    private Overdue sendAgain(Page<Appointment> page, OverdueRules rules) {
        return page.items().stream().map(appointment -> messages.sendAgain(appointment, rules))
                .reduce(Overdue.NOTHING, Overdue::plus);
    }

    private static Duration longer(Duration one, Duration other) {
        return Stream.of(one, other).max(Duration::compareTo).orElseThrow();
    }
}
