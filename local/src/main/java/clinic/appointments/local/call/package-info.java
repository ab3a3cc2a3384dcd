/**
 * Calls to AWS services that this program makes itself: polls, sends and deliveries, each under the access key of the
 * role that would make it on AWS.
 */
@NullMarked
package clinic.appointments.local.call;

import org.jspecify.annotations.NullMarked;
