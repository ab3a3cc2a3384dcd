package clinic.appointments.model;

import java.util.Optional;

/**
 * The identity of a pool; given by the client, never personal data. A booking names it in the place of a resource,
 * written {@code pool:<id>}.
 */
public record PoolId(String value) {

    /** The kind of resource that stands for a pool; no resource has it. */
    static final String KIND = "pool";

    public PoolId {
        IdFormat.check("poolId", value);
    }

    /** The pool that is named in the place of a resource; empty when it is a resource. */
    public static Optional<PoolId> named(ResourceId written) {
        return written.isPool() ? Optional.of(new PoolId(written.id())) : Optional.empty();
    }

    /** What stands for the pool in the place of a resource. */
    public ResourceId resource() {
        return new ResourceId(KIND, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
