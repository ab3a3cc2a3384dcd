package clinic.appointments.model;

/**
 * The identity of a resource, such as a practitioner, a room or a device, that an appointment occupies. Written
 * {@code <kind>:<id>}; without a colon the kind is {@value #DEFAULT_KIND}.
 */
public record ResourceId(String kind, String id) {

    public static final String DEFAULT_KIND = "default";

    public ResourceId {
        IdFormat.check("resourceIds", kind);
        IdFormat.check("resourceIds", id);
    }

    /** Reads the written form. */
    public static ResourceId of(String written) {
        int colon = written.indexOf(':');
        return colon < 0
                ? new ResourceId(DEFAULT_KIND, written)
                : new ResourceId(written.substring(0, colon), written.substring(colon + 1));
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
