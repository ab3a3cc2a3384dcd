package clinic.appointments.infrastructure.smoke;

/**
 * Settings of the smoke test of a stage.
 *
 * @param enabled whether the stage has one
 * @param minutes minutes between two journeys; with more than 5, failed journeys alone are too few in a quarter of an
 *     hour to use up the error budget of the API's availability
 */
public record SmokeSettings(boolean enabled, int minutes) {

    /** A rate of one minute would be written in the singular (EventBridge Scheduler: "Schedule types"). */
    public static final int MIN_MINUTES = 2;
    public static final int MAX_MINUTES = 60;

    public SmokeSettings {
        if (minutes < MIN_MINUTES || minutes > MAX_MINUTES) {
            throw new IllegalArgumentException("smoke.minutes must be from " + MIN_MINUTES + " to " + MAX_MINUTES
                    + ", not " + minutes);
        }
    }
}
