/**
 * Decides what a role may do, as IAM does: everything is denied unless allowed, and an explicit deny wins. Pure
 * functions over the template's records. A new condition operator is a new constant of {@code ConditionOperator}.
 */
@NullMarked
package clinic.appointments.local.policy;

import org.jspecify.annotations.NullMarked;
