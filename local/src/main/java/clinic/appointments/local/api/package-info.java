/**
 * API Gateway on this machine: routes, validates and maps requests as the body of the deployed API describes, sends
 * to queues under the API's role and invokes functions.
 */
@NullMarked
package clinic.appointments.local.api;

import org.jspecify.annotations.NullMarked;
