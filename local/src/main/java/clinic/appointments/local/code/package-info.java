/**
 * Code of functions as this machine runs it: jars on the local clock, which the JVM can cache the classes of.
 */
@NullMarked
package clinic.appointments.local.code;

import org.jspecify.annotations.NullMarked;
