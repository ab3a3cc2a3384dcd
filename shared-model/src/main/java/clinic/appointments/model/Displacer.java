package clinic.appointments.model;

/** A displacer: what makes an appointment displaced, although it was booked by the rules of its time. */
public sealed interface Displacer {

    /** The definition of a resource, or its retirement. */
    static Displacer of(Resource defined) {
        return new OfDefinition(defined.id(), defined.version());
    }

    /** Whether the other one displaces nothing any more. */
    default boolean outdates(Displacer other) {
        return this instanceof OfDefinition(var resource, var version)
                && other instanceof OfDefinition(var former, var earlier) && former.equals(resource)
                && earlier < version;
    }

    /** A block of one of its resources. */
    record OfBlock(BlockId block) implements Displacer {
    }

    /**
     * A definition of one of its resources, or its retirement.
     *
     * @param version that of the resource
     */
    record OfDefinition(ResourceId resource, long version) implements Displacer {
    }
}
