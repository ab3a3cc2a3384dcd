/**
 * The CDK app: which stages there are, what each is set to, and which stacks make up a stage. What a stack is made of
 * lives in storage, messaging, compute, scheduling and api. May touch contract, the model's settings and the CDK; a new
 * stage is a constant of {@code StageName}, a new stack a line in {@code AppointmentSchedulingStage}.
 */
package clinic.appointments.infrastructure;
