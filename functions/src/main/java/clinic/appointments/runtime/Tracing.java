package clinic.appointments.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.TraceID;
import org.jspecify.annotations.Nullable;
import software.amazon.lambda.powertools.tracing.TracingUtils;

/** One subsegment per message, with the annotations that tie traces together across queues and schedules. */
public final class Tracing {

    private Tracing() {
    }

    /** Id of the present trace; empty when nothing is traced. */
    public static Optional<String> currentTraceId() {
        return AWSXRay.getCurrentSegmentOptional().map(Entity::getTraceId).map(TraceID::toString);
    }

    static <T> T inSubsegment(String name, Supplier<T> work) {
        List<T> result = new ArrayList<>(1);
        TracingUtils.withSubsegment(name, subsegment -> {
            try {
                result.add(work.get());
            } catch (RuntimeException | Error thrown) {
                subsegment.addException(thrown);
                throw thrown;
            }
        });
        return result.getFirst();
    }

    static void annotate(String key, @Nullable String value) {
        if (value != null) {
            TracingUtils.putAnnotation(key, value);
        }
    }

    /** Adds a value that is shown with the trace but not searched for. */
    static void describe(String key, long value) {
        TracingUtils.putMetadata(key, value);
    }
}
