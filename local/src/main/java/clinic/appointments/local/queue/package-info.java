/**
 * Lambda's event source mappings: from a queue to a function and back (Lambda: "Using Lambda with Amazon SQS").
 */
package clinic.appointments.local.queue;
