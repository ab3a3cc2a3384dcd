package clinic.appointments.local.function;

import clinic.appointments.local.trace.TraceHeader;

/**
 * What a function is invoked with.
 *
 * @param event JSON in UTF-8
 */
record InvocationRequest(String requestId, byte[] event, TraceHeader trace) {
}
