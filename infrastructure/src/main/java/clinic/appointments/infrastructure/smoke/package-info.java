/**
 * The smoke test of a stage: its settings, and the schedule and permissions of the function that takes a made-up
 * patient through the API.
 */
@NullMarked
package clinic.appointments.infrastructure.smoke;

import org.jspecify.annotations.NullMarked;
