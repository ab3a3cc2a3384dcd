package clinic.appointments.local.engine;

/**
 * The number of messages in a queue.
 *
 * @param visible messages that can be received now
 * @param later messages in flight or delayed
 */
public record QueueCounts(int visible, int later) {

    public int total() {
        return visible + later;
    }
}
