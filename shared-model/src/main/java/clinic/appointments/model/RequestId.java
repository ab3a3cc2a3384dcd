package clinic.appointments.model;

/**
 * The identity of a client's request: the same id from the same client with the same body is the same request, no
 * matter how often it is sent. Its text form is the id that the client knows.
 *
 * @param value the id that the client chose
 */
public record RequestId(String value, ClientId client) {

    private static final String OF = "@";

    public RequestId {
        IdFormat.check("requestId", value);
    }

    /** A request id of the request queue's direct senders. */
    public RequestId(String value) {
        this(value, ClientId.OF_REQUEST_QUEUE);
    }

    /** Whether a text has the form of a request id's value. */
    public static boolean isWellFormed(String value) {
        return IdFormat.isWellFormed(value);
    }

    /** Reads the text that {@link #written()} makes. */
    public static RequestId ofWritten(String written) {
        int end = written.indexOf(OF);
        return end < 0
                ? new RequestId(written)
                : new RequestId(written.substring(0, end),
                        ClientId.find(written.substring(end + 1)).orElse(ClientId.OF_REQUEST_QUEUE));
    }

    /** The id with its client, unless that is the request queue's. */
    public String written() {
        return client.equals(ClientId.OF_REQUEST_QUEUE) ? value : value + OF + client;
    }

    @Override
    public String toString() {
        return value;
    }
}
