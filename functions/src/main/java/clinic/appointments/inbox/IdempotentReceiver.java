package clinic.appointments.inbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.ReorderingWindow;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Receipts;

/** Takes a request from its message to its receipt: the same request has one outcome, however often it comes. */
public final class IdempotentReceiver<C extends AppointmentCommand> {

    private static final int MAX_BACKOFF_SECONDS = 5;

    private final Receipts receipts;
    private final CommandHandler<C> handler;
    private final Chance chance;

    /** Time and randomness, as arguments. */
    public record Chance(InstantSource clock, RandomGenerator random) {
    }

    public IdempotentReceiver(Receipts receipts, CommandHandler<C> handler, Chance chance) {
        this.receipts = receipts;
        this.handler = handler;
        this.chance = chance;
    }

    public Disposition handle(AppointmentRequest<C> request, Deadline deadline) {
        return switch (receipts.open(request.requestId(), request.body(), deadline.remaining())) {
            case Receipts.Opened.Fresh(var since) -> process(request, since, deadline);
            case Receipts.Opened.Done(var outcome) -> dispositionOf(outcome, Disposition.Accepted.REPEATED);
            case Receipts.Opened.InProgress(var until) -> new Disposition.Deferred("IN_PROGRESS",
                    ReorderingWindow.until(until, chance.clock().instant()));
            case Receipts.Opened.Conflict() -> conflict(request.content());
        };
    }

    private Disposition process(AppointmentRequest<C> request, Instant since, Deadline deadline) {
        return switch (attempt(request, deadline)) {
            case CommandResult.Final(var outcome, var what) -> close(request, outcome, what);
            case CommandResult.NotYet(var otherwise) -> wait(request, otherwise, since);
            case CommandResult.Contended() -> withdraw(request, new Disposition.Deferred("CONTENDED", retreat()));
        };
    }

    private Disposition wait(AppointmentRequest<C> request, RejectionReason otherwise, Instant since) {
        Instant now = chance.clock().instant();
        return ReorderingWindow.isLeft(since, now)
                ? withdraw(request, ReorderingWindow.postponed(otherwise, since, now))
                : close(request, new Receipt.Rejected(otherwise), "");
    }

    private CommandResult attempt(AppointmentRequest<C> request, Deadline deadline) {
        return switch (request.content()) {
            case AppointmentRequest.Command<C>(var command, var requester) -> possible(() -> handler.attempt(command,
                    new RequestContext(request, requester), deadline));
            case AppointmentRequest.Invalid<C>(var reason) -> CommandResult.rejected(reason);
            case AppointmentRequest.Malformed<C>(var reason) -> new CommandResult.Final(new Receipt.Parked(reason), "");
        };
    }

    /** What only the work finds to be impossible is refused all the same: another attempt would find it so again. */
    private static CommandResult possible(Supplier<CommandResult> attempt) {
        try {
            return attempt.get();
        } catch (InvalidValueException invalid) {
            return CommandResult.rejected(RejectionReason.invalid(invalid.field()));
        } catch (DateTimeException noSuchTime) {
            return CommandResult.rejected(RejectionReason.INVALID_APPOINTMENT_DATE);
        }
    }

    private Disposition close(AppointmentRequest<C> request, Receipt.Result outcome, String what) {
        receipts.close(request.requestId(), outcome);
        return dispositionOf(outcome, what);
    }

    private Disposition withdraw(AppointmentRequest<C> request, Disposition postponed) {
        receipts.withdraw(request.requestId());
        return postponed;
    }

    /** A parked message is parked again: its receipt says nothing of whether it reached the dead-letter queue. */
    private static Disposition dispositionOf(Receipt.Result outcome, String what) {
        return switch (outcome) {
            case Receipt.Accepted _ -> new Disposition.Accepted(what);
            case Receipt.Rejected(var reason) -> new Disposition.Rejected(reason);
            case Receipt.Parked(var reason) -> new Disposition.Parked(reason);
        };
    }

    private static Disposition conflict(AppointmentRequest.Content<?> content) {
        return switch (content) {
            case AppointmentRequest.Malformed<?>(var reason) -> new Disposition.Parked(reason);
            case AppointmentRequest.Command<?> _,AppointmentRequest.Invalid<?> _ -> new Disposition.Rejected(
                    RejectionReason.REQUEST_CONFLICT);
        };
    }

    private Duration retreat() {
        return Duration.ofSeconds(chance.random().nextInt(1, MAX_BACKOFF_SECONDS + 1));
    }
}
