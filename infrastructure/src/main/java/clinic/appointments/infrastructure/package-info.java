/**
 * The CDK app: the stages, their settings and their stacks. The constructs of the stacks are in storage, messaging,
 * compute, scheduling, api and monitoring; patterns has the building blocks. A new stage is a constant of
 * {@code StageName}, a new stack a line in {@code AppointmentSchedulingStage}.
 */
@NullMarked
package clinic.appointments.infrastructure;

import org.jspecify.annotations.NullMarked;
