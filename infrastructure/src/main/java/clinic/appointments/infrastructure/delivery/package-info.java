/**
 * What a delivery pipeline needs in an account. It belongs to no stage: its stack is deployed once, by hand, before the
 * pipeline deploys the stages.
 */
@NullMarked
package clinic.appointments.infrastructure.delivery;

import org.jspecify.annotations.NullMarked;
