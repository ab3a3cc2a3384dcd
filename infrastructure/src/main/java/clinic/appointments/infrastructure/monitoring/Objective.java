package clinic.appointments.infrastructure.monitoring;

/** A service-level objective; its target is the share of good cases. */
public enum Objective {

    /** A request is confirmed in time. */
    CONFIRMED("Confirmed in time"),
    /** A reminder is sent in time. */
    REMINDED("Reminded in time"),
    /** The API responds, and not with a server error. */
    AVAILABLE("API available");

    private final String title;

    Objective(String title) {
        this.title = title;
    }

    /** Title of its graph. */
    String title() {
        return title;
    }
}
