/**
 * The functions of the service: how each is set and released, and the metrics that they count. A permission is
 * added where the resource is used, never here.
 */
package clinic.appointments.infrastructure.compute;
