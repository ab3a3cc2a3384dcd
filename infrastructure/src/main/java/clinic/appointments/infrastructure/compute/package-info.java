/**
 * The functions of the service: how each is set and released, and the metrics that they count. A permission is
 * added where the resource is used, never here.
 */
@NullMarked
package clinic.appointments.infrastructure.compute;

import org.jspecify.annotations.NullMarked;
