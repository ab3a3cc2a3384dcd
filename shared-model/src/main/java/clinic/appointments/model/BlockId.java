package clinic.appointments.model;

/** The identity of a block; given by the client, never personal data. */
public record BlockId(String value) {

    public BlockId {
        IdFormat.check("blockId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
