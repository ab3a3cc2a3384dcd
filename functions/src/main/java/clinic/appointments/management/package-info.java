/**
 * What bookings rest on: defines, retires and blocks resources. Its queue and routes are apart from those of
 * appointments, so that who books cannot define. A new management command gets a use case here.
 */
@NullMarked
package clinic.appointments.management;

import org.jspecify.annotations.NullMarked;
