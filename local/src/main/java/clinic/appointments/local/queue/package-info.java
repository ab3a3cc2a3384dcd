/**
 * Lambda's event source mappings: from a queue to a function and back, as <em>Using Lambda with Amazon SQS</em>
 * describes them. Touches clock, engine's ledger, call, function, trace, template, Jackson.
 */
package clinic.appointments.local.queue;
