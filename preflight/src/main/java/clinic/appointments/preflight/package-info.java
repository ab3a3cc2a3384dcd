/**
 * Looks at an AWS account before a stage is deployed to it, with calls that only read. Each {@code Check} answers one
 * question of the first deployment; a new one is a line in {@code Checklist}.
 */
@NullMarked
package clinic.appointments.preflight;

import org.jspecify.annotations.NullMarked;
