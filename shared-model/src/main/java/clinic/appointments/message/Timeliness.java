package clinic.appointments.message;

/** Whether a {@link ServiceObjective} was met. */
public enum Timeliness {

    ON_TIME,
    LATE;

    /** Dimension of the metrics. */
    public static final String DIMENSION = "timeliness";
}
