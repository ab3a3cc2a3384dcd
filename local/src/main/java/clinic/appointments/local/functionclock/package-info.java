/**
 * Makes functions follow the local clock without their knowledge: a JVM agent, started with each function, redirects
 * the call with which the function's own code asks for the time. {@code ClockAgent}, {@code ClockCalls} and {@code
 * FunctionClock} run inside the function's process and use the JDK only.
 */
@NullMarked
package clinic.appointments.local.functionclock;

import org.jspecify.annotations.NullMarked;
