package clinic.appointments.model;

/**
 * Identity of a client's request: the same id of the same client with the same body is the same request, however often
 * it is sent. Prints as the id that the client knows.
 *
 * @param value as the client has chosen it
 */
public record RequestId(String value, ClientId client) {

    private static final String OF = "@";

    public RequestId {
        IdFormat.check("requestId", value);
    }

    /** Of whoever sends to the request queue. */
    public RequestId(String value) {
        this(value, ClientId.OF_REQUEST_QUEUE);
    }

    /** Whether a text can be the value of an id. */
    public static boolean isWellFormed(String value) {
        return IdFormat.isWellFormed(value);
    }

    /** Reads {@link #written()}. */
    public static RequestId ofWritten(String written) {
        int end = written.indexOf(OF);
        return end < 0
                ? new RequestId(written)
                : new RequestId(written.substring(0, end),
                        ClientId.find(written.substring(end + 1)).orElse(ClientId.OF_REQUEST_QUEUE));
    }

    /** With its client, unless that is the request queue's. */
    public String written() {
        return client.equals(ClientId.OF_REQUEST_QUEUE) ? value : value + OF + client;
    }

    @Override
    public String toString() {
        return value;
    }
}
