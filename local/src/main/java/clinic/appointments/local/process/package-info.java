/**
 * Processes that this program starts. None of them outlives it, even when it is killed. Uses the JDK only.
 */
package clinic.appointments.local.process;
