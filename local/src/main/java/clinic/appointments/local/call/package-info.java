/**
 * Calls to AWS services that this program makes itself: polls, sends and deliveries, each under the access key of the
 * role that would make it on AWS.
 */
package clinic.appointments.local.call;
