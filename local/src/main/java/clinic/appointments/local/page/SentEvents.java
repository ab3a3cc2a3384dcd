package clinic.appointments.local.page;

/** The messages that people have sent to a stage. */
public interface SentEvents {

    /** The messages with their receipts, as a file of the events folder. */
    String json();
}
