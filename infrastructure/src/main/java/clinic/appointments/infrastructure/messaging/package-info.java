/**
 * What carries messages: work queues with their dead-letter queues, and the identity that e-mail comes from. May touch
 * contract, compute, storage and the CDK; the queues of the service are listed in {@code WorkQueues}.
 */
package clinic.appointments.infrastructure.messaging;
