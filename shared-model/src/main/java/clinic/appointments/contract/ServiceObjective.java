package clinic.appointments.contract;

import java.time.Duration;

/** A promise to patients: how long the service may take. The functions count by it, and the alarms compare shares. */
public enum ServiceObjective {

    /** From the request to its confirmation, unless somebody confirms by hand. */
    CONFIRMED(MetricName.CONFIRMATION, Duration.ofSeconds(10)),
    /** From the due time of a reminder to its acceptance by the e-mail provider. */
    REMINDED(MetricName.REMINDER, Duration.ofMinutes(5));

    private final MetricName metric;
    private final Duration limit;

    ServiceObjective(MetricName metric, Duration limit) {
        this.metric = metric;
        this.limit = limit;
    }

    /** The metric that counts by {@link Timeliness}. */
    public MetricName metric() {
        return metric;
    }

    /** The longest duration that is in time. */
    public Duration limit() {
        return limit;
    }

    public Timeliness timeliness(Duration taken) {
        return taken.compareTo(limit) <= 0 ? Timeliness.ON_TIME : Timeliness.LATE;
    }
}
