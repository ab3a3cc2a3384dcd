/**
 * Processes that this program starts: how they start, and that none outlives it, even when it is killed. Touches the
 * JDK only.
 */
package clinic.appointments.local.process;
