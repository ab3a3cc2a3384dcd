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

    /**
     * Reads the id of a resource on its own, which a pool cannot replace.
     *
     * @throws InvalidValueException when it is none
     */
    public static ResourceId ofOne(String written) {
        ResourceId resource = ofAny(written);
        InvalidValueException.unless(!resource.isPool(), "resourceId", "must not be a pool");
        return resource;
    }

    private static ResourceId ofAny(String written) {
        try {
            return of(written);
        } catch (InvalidValueException ofAnotherField) {
            throw new InvalidValueException("resourceId", "must be <kind>:<id>");
        }
    }

    /** Whether it stands for a pool, of which any one member will do. */
    public boolean isPool() {
        return kind.equals(PoolId.KIND);
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
