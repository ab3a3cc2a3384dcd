/**
 * Building blocks that know nothing of appointments: a queue with its dead-letter queue, a function with its role and
 * logs, a function that consumes a queue, a topic for alarms and a canary release. Any stack may use them; they import
 * nothing of the service, and take names, handlers and variables as properties.
 */
@NullMarked
package clinic.appointments.infrastructure.patterns;

import org.jspecify.annotations.NullMarked;
