/**
 * Lambda's event source mappings: from a queue to a function and back (Lambda: "Using Lambda with Amazon SQS").
 */
@NullMarked
package clinic.appointments.local.queue;

import org.jspecify.annotations.NullMarked;
