/**
 * HTTP servers on the loopback address: the gateway, the Lambda runtime API and the control endpoint. Uses the JDK
 * only.
 */
@NullMarked
package clinic.appointments.local.http;

import org.jspecify.annotations.NullMarked;
