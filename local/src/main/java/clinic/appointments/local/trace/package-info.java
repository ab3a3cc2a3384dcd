/**
 * X-Ray on this machine: a listener for the segments that functions send as datagrams, and the segments that Lambda
 * would write.
 */
@NullMarked
package clinic.appointments.local.trace;

import org.jspecify.annotations.NullMarked;
