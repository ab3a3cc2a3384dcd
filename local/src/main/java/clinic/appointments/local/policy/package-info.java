/**
 * What a role may do, decided as IAM does: nothing unless allowed, and an explicit deny wins. Pure; may touch
 * template's records and the JDK. A condition operator that a template begins to use is added to
 * {@code ConditionOperator}.
 */
package clinic.appointments.local.policy;
