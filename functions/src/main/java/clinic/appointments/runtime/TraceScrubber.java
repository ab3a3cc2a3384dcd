package clinic.appointments.runtime;

import java.util.Optional;

import clinic.appointments.wire.ExceptionSummary;
import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.emitters.Emitter;
import com.amazonaws.xray.entities.Cause;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.entities.ThrowableDescription;

/**
 * Removes the messages of exceptions from every segment before it is sent. X-Ray's interceptor of the SDK's clients
 * records the answers of services, and SES, for one, answers with addresses; a trace cannot be erased. Types and stack
 * traces stay, and so do the messages of types that quote nothing.
 */
final class TraceScrubber extends Emitter {

    private static volatile boolean discards;

    private final Emitter emitter;

    private TraceScrubber(Emitter emitter) {
        this.emitter = emitter;
    }

    /** Begins for every client and everything else that is traced in this process. Repeating is safe. */
    static void begin() {
        AWSXRayRecorder recorder = AWSXRay.getGlobalRecorder();
        if (!(recorder.getEmitter() instanceof TraceScrubber)) {
            recorder.setEmitter(new TraceScrubber(recorder.getEmitter()));
        }
    }

    /** Whether segments are written as JSON but not sent. */
    static void discard(boolean discarded) {
        discards = discarded;
    }

    @Override
    public boolean sendSegment(Segment segment) {
        quiet(segment);
        return discards ? !segment.serialize().isEmpty() : emitter.sendSegment(segment);
    }

    @Override
    public boolean sendSubsegment(Subsegment subsegment) {
        quiet(subsegment);
        return discards ? !subsegment.streamSerialize().isEmpty() : emitter.sendSubsegment(subsegment);
    }

    private static void quiet(Entity entity) {
        Optional.ofNullable(entity.getCause()).ifPresent(TraceScrubber::quiet);
        entity.getSubsegmentsCopy().forEach(TraceScrubber::quiet);
    }

    private static void quiet(Cause cause) {
        cause.setMessage(null);
        cause.getExceptions().stream().filter(described -> !quotesNothing(described))
                .forEach(described -> described.setMessage(null));
    }

    /** A description that refers to another segment's has no type of its own. */
    private static boolean quotesNothing(ThrowableDescription described) {
        return described.getType() != null && ExceptionSummary.quotesNothing(described.getType());
    }
}
