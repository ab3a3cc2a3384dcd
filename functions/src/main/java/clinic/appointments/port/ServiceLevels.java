package clinic.appointments.port;

import java.time.Duration;

import clinic.appointments.message.ServiceObjective;
import clinic.appointments.message.Timeliness;

/** The service levels: counts of what was in time and what was late, for the alarms on objectives. */
@FunctionalInterface
public interface ServiceLevels {

    /** Counts one case. */
    void count(ServiceObjective objective, Timeliness timeliness);

    /** Counts one case by the time that it took. */
    default void took(ServiceObjective objective, Duration taken) {
        count(objective, objective.timeliness(taken));
    }

    /**
     * Measures how long before an appointment its patient was reminded.
     *
     * @param lead time from the sending to the start
     */
    default void reminded(Duration lead) {
    }
}
