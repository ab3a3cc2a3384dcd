package clinic.appointments.inbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.ReorderingWindow;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Receipts;

/**
 * The idempotent receiver: the processing of a request from its message to its receipt, with one outcome no matter how
 * often it is delivered (Enterprise Integration Patterns: Idempotent Receiver).
 */
public final class IdempotentReceiver<C extends AppointmentCommand> {

    private static final int MAX_BACKOFF_SECONDS = 5;

    private final Receipts receipts;
    private final CommandHandler<C> handler;
    private final RetryOnConflict retry;
    private final InstantSource clock;
    private final RandomGenerator random;

    public IdempotentReceiver(Receipts receipts, CommandHandler<C> handler, RetryOnConflict retry, InstantSource clock,
            RandomGenerator random) {
        this.receipts = receipts;
        this.handler = handler;
        this.retry = retry;
        this.clock = clock;
        this.random = random;
    }

    public Disposition handle(AppointmentRequest<C> request, Deadline deadline) {
        return switch (request.content()) {
            case AppointmentRequest.Command<C> command -> work(request, command, deadline);
            case AppointmentRequest.Invalid<C>(var reason) -> settle(request, new CommandResult.Rejected(reason));
            case AppointmentRequest.Malformed<C>(var reason) -> settle(request, new CommandResult.Parked(reason));
        };
    }

    private Disposition work(AppointmentRequest<C> request, AppointmentRequest.Command<C> command, Deadline deadline) {
        return disposition(request, receipts.open(request.requestId(), request.body(), deadline.remaining()),
                since -> attempt(request, command, deadline).map(result -> end(request, result, since))
                        .orElseGet(() -> deferContended(request)));
    }

    /** A request that cannot be carried out gets its receipt without being opened first. */
    private Disposition settle(AppointmentRequest<C> request, CommandResult result) {
        return disposition(request, receipts.settle(request.requestId(), request.body(), result.receipt()),
                _ -> result.disposition());
    }

    private Disposition disposition(AppointmentRequest<C> request, Receipts.Opened opened,
            Function<Instant, Disposition> fresh) {
        return switch (opened) {
            case Receipts.Opened.Fresh(var since) -> fresh.apply(since);
            case Receipts.Opened.Done(var result) -> again(result);
            case Receipts.Opened.InProgress(var until) ->
                new Disposition.Deferred("IN_PROGRESS", ReorderingWindow.delayUntil(until, clock.instant()));
            case Receipts.Opened.Conflict() -> conflict(request.content());
        };
    }

    private Optional<CommandResult> attempt(AppointmentRequest<C> request, AppointmentRequest.Command<C> command,
            Deadline deadline) {
        RequestContext context = new RequestContext(request, command.requester());
        return retry.retry(deadline, () -> refusingInvalid(() -> handler.handle(command.command(), context)));
    }

    /** A value that only the use case finds to be invalid is refused, too: a redelivery would have the same result. */
    private static Optional<CommandResult> refusingInvalid(Supplier<Optional<CommandResult>> attempt) {
        try {
            return attempt.get();
        } catch (InvalidValueException invalid) {
            return Optional.of(new CommandResult.Rejected(RejectionReason.invalid(invalid.field())));
        } catch (DateTimeException noSuchTime) {
            return Optional.of(new CommandResult.Rejected(RejectionReason.INVALID_APPOINTMENT_DATE));
        }
    }

    private Disposition end(AppointmentRequest<C> request, CommandResult result, Instant since) {
        return switch (result) {
            case CommandResult.Rejected rejected when rejected.reason().isTransient() ->
                deferOrClose(request, rejected, since);
            case CommandResult.Done _,CommandResult.Rejected _,CommandResult.Parked _ -> close(request, result);
        };
    }

    private Disposition deferOrClose(AppointmentRequest<C> request, CommandResult.Rejected rejected, Instant since) {
        Instant now = clock.instant();
        return ReorderingWindow.isOpen(since, now)
                ? withdraw(request, ReorderingWindow.defer(rejected.reason(), since, now))
                : close(request, rejected);
    }

    private Disposition deferContended(AppointmentRequest<C> request) {
        return withdraw(request, new Disposition.Deferred("CONTENDED",
                Duration.ofSeconds(random.nextInt(1, MAX_BACKOFF_SECONDS + 1))));
    }

    private Disposition close(AppointmentRequest<C> request, CommandResult result) {
        receipts.close(request.requestId(), result.receipt());
        return result.disposition();
    }

    private Disposition withdraw(AppointmentRequest<C> request, Disposition deferred) {
        receipts.withdraw(request.requestId());
        return deferred;
    }

    /** A parked message is parked again: its receipt does not tell whether it reached the dead-letter queue. */
    private static Disposition again(Receipt.Result result) {
        return switch (result) {
            case Receipt.Accepted _ -> new Disposition.Accepted(Effect.REPEATED);
            case Receipt.Rejected(var reason) -> new Disposition.Rejected(reason);
            case Receipt.Parked(var reason) -> new Disposition.Parked(reason);
        };
    }

    private static Disposition conflict(AppointmentRequest.Content<?> content) {
        return switch (content) {
            case AppointmentRequest.Malformed<?>(var reason) -> new Disposition.Parked(reason);
            case AppointmentRequest.Command<?> _,AppointmentRequest.Invalid<?> _ ->
                new Disposition.Rejected(RejectionReason.REQUEST_CONFLICT);
        };
    }
}
