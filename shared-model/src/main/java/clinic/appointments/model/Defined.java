package clinic.appointments.model;

import java.time.Instant;

/** What staff defines for bookings: a resource, a pool or a visit type, in versions. */
public sealed interface Defined permits Resource, Pool, VisitType {

    /** Number of definitions and retirements, from 1. */
    long version();

    /** The request that made this version. */
    Writer writer();

    /** When this version was written. */
    Instant updatedAt();

    /** Whether it is out of service: it can no longer be booked. */
    boolean isRetired();
}
