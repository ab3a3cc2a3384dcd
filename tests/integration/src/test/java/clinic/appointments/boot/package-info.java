/**
 * What a stage does when something of it is missing or unknown: it does not boot and says so in one sentence, or it
 * boots and what is not granted is refused. Every case boots from a changed copy of the assembly of stage dev.
 */
package clinic.appointments.boot;
