/**
 * Makes functions follow the local clock without their knowledge: the call with which a function's own code asks for
 * the time is redirected before its process starts. {@code FunctionClock} runs inside the process and uses the JDK
 * only.
 */
@NullMarked
package clinic.appointments.local.functionclock;

import org.jspecify.annotations.NullMarked;
