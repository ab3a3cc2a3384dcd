/**
 * Calls to "AWS" that this program makes itself: polls, sends and deliveries, each with the access key of the role that
 * makes it on AWS. Touches the JDK and Jackson.
 */
package clinic.appointments.local.call;
