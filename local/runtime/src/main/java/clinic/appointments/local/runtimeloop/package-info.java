/**
 * Runs inside a function's process in place of Lambda's runtime interface client, whose native library is made for
 * Linux. Touches the JDK and that client's jars only.
 */
package clinic.appointments.local.runtimeloop;
