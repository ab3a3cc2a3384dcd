package clinic.appointments.local.function;

import clinic.appointments.local.trace.TraceHeader;

/**
 * The input of an invocation.
 *
 * @param event JSON in UTF-8
 */
record InvocationRequest(String requestId, byte[] event, TraceHeader trace) {
}
