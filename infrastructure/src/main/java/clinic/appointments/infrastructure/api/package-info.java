/**
 * The HTTP API: {@code api/openapi.yaml} is its single source, from which the body of the deployed API is made, with
 * the mapping templates that put writes on queues. May touch contract, compute, messaging and the CDK; a new operation
 * is a new path of the document.
 */
package clinic.appointments.infrastructure.api;
