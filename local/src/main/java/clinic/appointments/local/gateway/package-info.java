/**
 * The one address that everything on this machine calls in place of AWS. It identifies each caller by its access key,
 * enforces the policies of the template, records every call, injects faults, and forwards the call to an engine. A new
 * service is a new constant of {@code Service} with a case in each switch over it.
 */
@NullMarked
package clinic.appointments.local.gateway;

import org.jspecify.annotations.NullMarked;
