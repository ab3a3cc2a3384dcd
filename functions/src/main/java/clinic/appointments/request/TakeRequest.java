package clinic.appointments.request;

import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Fate;
import clinic.appointments.message.Patience;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Receipts;

/** Takes a request from its message to its receipt: the same request has one outcome, however often it comes. */
final class TakeRequest {

    private static final int LONGEST_RETREAT_SECONDS = 5;

    private final Receipts receipts;
    private final UseCases useCases;
    private final Chance chance;

    /** One for each command. */
    record UseCases(BookAppointment book, ChangeAppointment change, RegisterPatient register) {
    }

    /** Time and randomness, as arguments. */
    record Chance(InstantSource clock, RandomGenerator random) {
    }

    TakeRequest(Receipts receipts, UseCases useCases, Chance chance) {
        this.receipts = receipts;
        this.useCases = useCases;
        this.chance = chance;
    }

    /**
     * @param receiveCount
     *            how often the message was delivered, this time included
     */
    Fate handle(AppointmentRequest request, int receiveCount, Deadline deadline) {
        return switch (receipts.open(request.requestId(), request.bodyHash(), deadline.remaining())) {
            case Receipts.Opened.Fresh() -> work(request, receiveCount, deadline);
            case Receipts.Opened.Done(var outcome) -> fateOf(outcome, Fate.Accepted.REPEATED);
            case Receipts.Opened.InProgress(var until) -> new Fate.Postponed("IN_PROGRESS",
                    Patience.until(until, chance.clock().instant()));
            case Receipts.Opened.Conflict() -> conflict(request.content());
        };
    }

    private Fate work(AppointmentRequest request, int receiveCount, Deadline deadline) {
        return switch (attempt(request, deadline)) {
            case Attempt.Settled(var outcome, var what) -> close(request, outcome, what);
            case Attempt.NotYet(var otherwise) -> Patience.isLeft(receiveCount)
                    ? withdraw(request, Patience.postponed(otherwise))
                    : close(request, new Receipt.Rejected(otherwise), "");
            case Attempt.Contended() -> withdraw(request, new Fate.Postponed("CONTENDED", retreat()));
        };
    }

    private Attempt attempt(AppointmentRequest request, Deadline deadline) {
        return switch (request.content()) {
            case AppointmentRequest.Command(var command, var actor) -> carryOut(command, new Order(request, actor),
                    deadline);
            case AppointmentRequest.Impossible(var reason) -> Attempt.rejected(reason);
            case AppointmentRequest.Unreadable(var reason) -> new Attempt.Settled(new Receipt.Parked(reason), "");
        };
    }

    private Attempt carryOut(AppointmentCommand command, Order order, Deadline deadline) {
        return switch (command) {
            case AppointmentCommand.Book(var booking) -> useCases.book().handle(booking, order, deadline);
            case AppointmentCommand.Reschedule reschedule -> useCases.change().reschedule(reschedule, order, deadline);
            case AppointmentCommand.Cancel cancel -> useCases.change().cancel(cancel, order, deadline);
            case AppointmentCommand.RegisterPatient register -> useCases.register().handle(register, order.request(),
                    deadline);
        };
    }

    private Fate close(AppointmentRequest request, Receipt.Outcome outcome, String what) {
        receipts.close(request.requestId(), request.bodyHash(), outcome);
        return fateOf(outcome, what);
    }

    private Fate withdraw(AppointmentRequest request, Fate postponed) {
        receipts.withdraw(request.requestId());
        return postponed;
    }

    /** A parked message is parked again: its receipt says nothing of whether it reached the dead-letter queue. */
    private static Fate fateOf(Receipt.Outcome outcome, String what) {
        return switch (outcome) {
            case Receipt.Accepted _ -> new Fate.Accepted(what);
            case Receipt.Rejected(var reason) -> new Fate.Rejected(reason);
            case Receipt.Parked(var reason) -> new Fate.Parked(reason);
        };
    }

    private static Fate conflict(AppointmentRequest.Content content) {
        return switch (content) {
            case AppointmentRequest.Unreadable(var reason) -> new Fate.Parked(reason);
            case AppointmentRequest.Command _,AppointmentRequest.Impossible _ -> new Fate.Rejected(
                    RejectionReason.REQUEST_CONFLICT);
        };
    }

    private Duration retreat() {
        return Duration.ofSeconds(chance.random().nextInt(1, LONGEST_RETREAT_SECONDS + 1));
    }
}
