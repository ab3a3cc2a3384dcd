/**
 * The queues of the service, and the identity that e-mail comes from. May touch contract, patterns and the CDK; a new
 * queue is listed in {@code WorkQueues}.
 */
package clinic.appointments.infrastructure.messaging;
