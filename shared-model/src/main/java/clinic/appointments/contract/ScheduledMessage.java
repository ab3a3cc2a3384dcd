package clinic.appointments.contract;

/** The messages that the infrastructure schedules and the functions read from a queue. */
public final class ScheduledMessage {

    /** Type of the message that starts a reconciliation. */
    public static final String RECONCILE_TYPE = "RECONCILE";
    /** Body of the message that starts a reconciliation. */
    public static final String RECONCILE = "{\"schema\":2,\"type\":\"" + RECONCILE_TYPE + "\"}";

    private ScheduledMessage() {
    }
}
