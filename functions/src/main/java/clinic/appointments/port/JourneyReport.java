package clinic.appointments.port;

/** The journey report: counts the journeys of the smoke test, and tells where a failed one ended. */
public interface JourneyReport {

    void succeeded();

    /**
     * Reports a failed journey.
     *
     * @param key key of its last request, which leads to the logs of the functions
     * @param reason step and code, without any value
     */
    void failed(String key, String reason);
}
