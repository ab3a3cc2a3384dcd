package clinic.appointments.runtime;

import java.time.Duration;

import clinic.appointments.port.Deadline;

/**
 * The share of an invocation's time for one message of a lane: as much as for each message after it, so that a message
 * that loses every race does not take their time.
 *
 * @param batch end of the invocation
 * @param others time reserved for the messages after this one
 */
record DeadlineShare(Deadline batch, Duration others) implements Deadline {

    /**
     * @param left number of messages left in the lane, including this one
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
