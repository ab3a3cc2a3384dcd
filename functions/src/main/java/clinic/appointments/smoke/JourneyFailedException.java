package clinic.appointments.smoke;

/** A step of a journey that did not end as it should. The reason is a code and quotes nothing. */
final class JourneyFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String reason;

    /**
     * @param key key of the request of the step
     */
    JourneyFailedException(String key, String reason) {
        super(reason);
        this.key = key;
        this.reason = reason;
    }

    String key() {
        return key;
    }

    String reason() {
        return reason;
    }
}
