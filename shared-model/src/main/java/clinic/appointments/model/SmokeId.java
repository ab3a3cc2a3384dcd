package clinic.appointments.model;

/**
 * A smoke id: an id of the smoke test's own patients, appointments and requests, by which each of their messages is
 * recognized. No client may use one.
 */
public final class SmokeId {

    /** The beginning of every smoke id, and of no other id. */
    public static final String PREFIX = "smoke-";

    private SmokeId() {
    }

    public static boolean isSmokeId(String id) {
        return id.startsWith(PREFIX);
    }
}
