/**
 * Lets functions live by the local clock without their knowing: an agent of the JVM that starts beside a function
 * redirects the one call with which a handler asks for the time. Its first three classes run inside the function's
 * process and may touch the JDK only.
 */
package clinic.appointments.local.functionclock;
