/**
 * The service as a whole, on the stage that {@code local} boots from the synthesized templates: from request to
 * reminder, repeated, reordered, raced for, crashed at every call.
 */
package clinic.appointments.flow;
