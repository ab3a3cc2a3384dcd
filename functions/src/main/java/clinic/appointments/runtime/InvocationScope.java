package clinic.appointments.runtime;

import java.util.Map;
import java.util.Optional;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.entities.Subsegment;
import org.slf4j.MDC;

/**
 * What the thread of an invocation knows of it, for the threads that work for the invocation: the keys of its log lines
 * and the present subsegment of its trace. Both belong to one thread. Without a present subsegment, each thread begins
 * its own branch with the trace header of the invocation (X-Ray SDK for Java, {@code LambdaSegmentContext}).
 */
record InvocationScope(Map<String, String> logKeys, Optional<Subsegment> trace) {

    static InvocationScope current() {
        return new InvocationScope(Optional.ofNullable(MDC.getCopyOfContextMap()).orElseGet(Map::of),
                AWSXRay.getCurrentSubsegmentOptional());
    }

    /** The same work within this scope; nothing of the scope stays on the thread. */
    Runnable around(Runnable work) {
        return () -> {
            MDC.setContextMap(logKeys);
            try {
                trace.ifPresentOrElse(present -> present.run(work), work);
            } finally {
                MDC.clear();
            }
        };
    }
}
