/**
 * The HTTP API: {@code api/openapi.yaml} is its single source, and {@code api/velocity} has the mapping templates that
 * put writes on queues. A new operation is a new path of the document.
 */
@NullMarked
package clinic.appointments.infrastructure.api;

import org.jspecify.annotations.NullMarked;
