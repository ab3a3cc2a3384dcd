package clinic.appointments.model;

/** Identity of a client's request: the same id with the same body is the same request, however often it is sent. */
public record RequestId(String value) {

    public RequestId {
        IdFormat.check("requestId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
