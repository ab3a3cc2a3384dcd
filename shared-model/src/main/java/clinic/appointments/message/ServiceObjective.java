package clinic.appointments.message;

import java.time.Duration;

/** A promise to patients: how long the service may take. The functions count by it, and the alarms compare shares. */
public enum ServiceObjective {

    /** From the request to its confirmation, unless somebody confirms by hand. */
    CONFIRMED(Duration.ofSeconds(10)),
    /** From the due time of a reminder to its acceptance by the e-mail provider. */
    REMINDED(Duration.ofMinutes(5));

    private final Duration limit;

    ServiceObjective(Duration limit) {
        this.limit = limit;
    }

    /** The longest duration that is in time. */
    public Duration limit() {
        return limit;
    }

    public Timeliness timeliness(Duration taken) {
        return taken.compareTo(limit) <= 0 ? Timeliness.ON_TIME : Timeliness.LATE;
    }
}
