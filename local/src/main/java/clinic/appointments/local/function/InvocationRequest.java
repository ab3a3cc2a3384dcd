package clinic.appointments.local.function;

import clinic.appointments.local.trace.TraceHeader;

/**
 * The input of an invocation.
 *
 * @param event JSON
 */
record InvocationRequest(String requestId, String event, TraceHeader trace) {
}
