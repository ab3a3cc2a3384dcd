package clinic.appointments.runtime;

import java.time.Duration;

import clinic.appointments.port.Deadline;

/**
 * The part of an invocation's time that one message of a batch has: as much as each of those after it, so that one that
 * loses every race does not take theirs.
 *
 * @param batch when the invocation ends
 * @param others what is kept for the messages after this one
 */
record DeadlineShare(Deadline batch, Duration others) implements Deadline {

    /**
     * @param left how many messages are still to be looked at, this one included
     */
    static DeadlineShare of(Deadline batch, int left) {
        Duration spare = batch.spare();
        return new DeadlineShare(batch, spare.minus(spare.dividedBy(left)));
    }

    @Override
    public Duration remaining() {
        return batch.remaining();
    }

    @Override
    public Duration spare() {
        return batch.spare().minus(others);
    }
}
