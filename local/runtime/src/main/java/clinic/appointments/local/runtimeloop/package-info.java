/**
 * Runs inside a function's process in place of Lambda's runtime interface client, whose native library exists for
 * Linux only. Uses the JDK and that client's jars only.
 */
@NullMarked
package clinic.appointments.local.runtimeloop;

import org.jspecify.annotations.NullMarked;
