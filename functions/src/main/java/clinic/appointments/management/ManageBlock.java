package clinic.appointments.management;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Gatherers;

import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand.BlockCommand;
import clinic.appointments.message.AppointmentCommand.BlockResource;
import clinic.appointments.message.AppointmentCommand.LiftBlock;
import clinic.appointments.message.AppointmentCommand.OnConflict;
import clinic.appointments.message.Effect;
import clinic.appointments.model.Block;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.Evidence;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Blocks;
import clinic.appointments.port.Resources;
import clinic.appointments.port.WriteResult;

/**
 * Blocks a resource for a time, or lifts the block. A long block takes several writes, and a crash leaves some of its
 * days without their entries: the request's next delivery writes them, and its receipt comes with the last.
 *
 * @param terms the rules of kinds, the clinic's zone, and whether resources must be defined
 */
record ManageBlock(Blocks blocks, Resources resources, AppointmentsInTheWay inTheWay, BookingTerms terms,
        InstantSource clock)
        implements
            CommandHandler<BlockCommand> {

    @Override
    public Optional<CommandResult> handle(BlockCommand command, RequestContext context) {
        return switch (command) {
            case BlockResource block -> block(block, context);
            case LiftBlock(var id) -> lift(id, context);
        };
    }

    private Optional<CommandResult> block(BlockResource command, RequestContext context) {
        Optional<Block> stored = blocks.find(command.blockId());
        if (stored.isEmpty()) {
            return make(command, context);
        }
        if (stored.filter(block -> block.request().equals(context.requestId())).isEmpty()) {
            return rejected(RejectionReason.BLOCK_EXISTS);
        }
        return stored.get().isActive()
                ? enter(stored.get(), inTheWay.daysOf(stored.get()), context)
                : done(Effect.REPEATED);
    }

    private Optional<CommandResult> make(BlockResource command, RequestContext context) {
        BookingTerms known = terms.knowing(resources.find(command.resourceId()).stream().toList());
        Optional<Block> wanted = command.period().in(known.zoneOf(command.resourceId()))
                .map(interval -> new Block(command.blockId(), command.resourceId(), interval, command.reason(),
                        context.requestId(), clock.instant(), Optional.empty()));
        if (wanted.isEmpty()) {
            return rejected(RejectionReason.LOCAL_TIME_SKIPPED);
        }
        Block block = wanted.get();
        List<CalendarDay> days = inTheWay.daysOf(block);
        Optional<RejectionReason> refusal = refusal(block, days, known);
        return refusal.isPresent() ? rejected(refusal.get()) : switch (command.onConflict()) {
            case LIST -> create(block, List.of(), context) ? enter(block, days, context) : Optional.empty();
            case REFUSE -> makeUnlessInTheWay(block, days, context);
        };
    }

    private static Optional<RejectionReason> refusal(Block block, List<CalendarDay> days, BookingTerms known) {
        if (!block.interval().end().isAfter(block.since())) {
            return Optional.of(RejectionReason.IN_THE_PAST);
        }
        if (days.stream().anyMatch(CalendarDay::isFullOfBlocks)) {
            return Optional.of(RejectionReason.DAY_FULL);
        }
        return Optional.of(RejectionReason.UNKNOWN_RESOURCE).filter(_ -> known.resources().lacks(block.resource()));
    }

    private boolean create(Block block, List<CalendarDay> days, RequestContext context) {
        return context.receipt().claim() && blocks.create(block, days) == WriteResult.WRITTEN;
    }

    private Optional<CommandResult> makeUnlessInTheWay(Block block, List<CalendarDay> days, RequestContext context) {
        if (days.size() > Blocks.MAX_DAYS) {
            return rejected(RejectionReason.BLOCK_TOO_LARGE);
        }
        Optional<Evidence> obstacle = inTheWay.of(block, days).stream().findFirst()
                .map(appointment -> Evidence.blockedBy(appointment.id()));
        if (obstacle.isPresent()) {
            return obstacle.map(other -> new CommandResult.Rejected(RejectionReason.BLOCK_CONFLICT, other));
        }
        return create(block, days, context) ? Optional.of(CommandResult.Done.blocked(0)) : Optional.empty();
    }

    /** Writes the entries that the days of the block lack; the displaced are counted when no more can be booked. */
    private Optional<CommandResult> enter(Block block, List<CalendarDay> days, RequestContext context) {
        boolean isEntered = context.receipt().claim() && portions(days, day -> !day.isBlockedBy(block.id())).stream()
                .allMatch(portion -> blocks.enter(block, portion) == WriteResult.WRITTEN);
        return isEntered
                ? Optional.of(CommandResult.Done.blocked(inTheWay.of(block, inTheWay.daysOf(block)).size()))
                : Optional.empty();
    }

    private Optional<CommandResult> lift(BlockId id, RequestContext context) {
        Optional<Block> stored = blocks.find(id);
        if (stored.isEmpty()) {
            return rejected(RejectionReason.UNKNOWN_BLOCK);
        }
        return context.receipt().claim() ? lift(stored.get()) : Optional.empty();
    }

    private Optional<CommandResult> lift(Block block) {
        blocks.lift(block.lifted(clock.instant()));
        List<List<CalendarId>> entered = portions(inTheWay.daysOf(block), day -> day.isBlockedBy(block.id()));
        boolean changesNothing = !block.isActive() && entered.isEmpty();
        return entered.stream().allMatch(portion -> blocks.remove(block.id(), portion) == WriteResult.WRITTEN)
                ? done(changesNothing ? Effect.REPEATED : Effect.BLOCK_LIFTED)
                : Optional.empty();
    }

    private static List<List<CalendarId>> portions(List<CalendarDay> days, Predicate<CalendarDay> filter) {
        return days.stream().filter(filter).map(CalendarDay::id)
                .gather(Gatherers.windowFixed(Blocks.MAX_DAYS)).toList();
    }

    private static Optional<CommandResult> done(Effect effect) {
        return Optional.of(new CommandResult.Done(effect));
    }

    private static Optional<CommandResult> rejected(RejectionReason reason) {
        return Optional.of(new CommandResult.Rejected(reason));
    }
}
