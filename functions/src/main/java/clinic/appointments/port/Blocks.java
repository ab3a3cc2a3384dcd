package clinic.appointments.port;

import java.util.List;
import java.util.Optional;

import clinic.appointments.model.Block;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;

/** The blocks: the store of blocks and of their entries on calendar days. */
public interface Blocks {

    /** Number of calendar days that one write changes, all or nothing. */
    int MAX_DAYS = 25;

    /** Reads a block, strongly consistent. */
    Optional<Block> find(BlockId id);

    /** Reads the blocks that exist, strongly consistent, in the order of the ids; each id once. */
    List<Block> findAll(List<BlockId> ids);

    /**
     * Writes a new block and its entries on these days, all or nothing, on condition that there is no block of its id
     * and that the days have the versions that were read. Repeating is safe: what the same request has written is
     * {@link WriteResult#WRITTEN}.
     *
     * @param days at most {@link #MAX_DAYS}, as read; all days of the block, or none if its entries come later
     */
    WriteResult create(Block block, List<CalendarDay> days);

    /**
     * Writes the block's entry on days, all or nothing, on condition that the stored block is active; otherwise, or if
     * another writer holds a day, it is {@link WriteResult#CONFLICT}. Repeating is safe.
     *
     * @param days at most {@link #MAX_DAYS}
     */
    WriteResult enter(Block block, List<CalendarId> days);

    /** Writes that a block is lifted; its entries stay. Repeating is safe: the first time stays. */
    void lift(Block lifted);

    /**
     * Deletes the entries of a lifted block from days, all or nothing; {@link WriteResult#CONFLICT} if another writer
     * holds a day. Repeating is safe.
     *
     * @param days at most {@link #MAX_DAYS}
     */
    WriteResult remove(BlockId lifted, List<CalendarId> days);
}
