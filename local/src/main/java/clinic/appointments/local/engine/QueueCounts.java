package clinic.appointments.local.engine;

/**
 * How many messages a queue holds.
 *
 * @param visible can be received now
 * @param later in flight or delayed
 */
public record QueueCounts(int visible, int later) {

    public int total() {
        return visible + later;
    }
}
