package clinic.appointments.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import clinic.appointments.model.InvalidValueException;
import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.AWSXRayRecorderBuilder;
import com.amazonaws.xray.emitters.Emitter;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;

import static org.assertj.core.api.Assertions.assertThat;

/** No segment says what a service answered. */
class TraceScrubberTest {

    private static final String CANARY = "maria.muster@example.org";
    private final RuntimeException refusal = MessageRejectedException.builder().statusCode(400).requestId("r1")
            .awsErrorDetails(AwsErrorDetails.builder().errorMessage("Email address is not verified. The following "
                    + "identities failed the check in region EU-CENTRAL-1: " + CANARY).build())
            .cause(new IllegalStateException(CANARY)).build();

    private final List<String> sent = new ArrayList<>();
    private final AWSXRayRecorder before = AWSXRay.getGlobalRecorder();
    private final AWSXRayRecorder recorder = AWSXRayRecorderBuilder.standard().withEmitter(new Recording()).build();

    @BeforeEach
    void trace() {
        AWSXRay.setGlobalRecorder(recorder);
        TraceScrubber.begin();
    }

    @AfterEach
    void stop() {
        AWSXRay.clearTraceEntity();
        AWSXRay.setGlobalRecorder(before);
    }

    @Test
    void beginsOnce() {
        Emitter first = recorder.getEmitter();
        TraceScrubber.begin();
        assertThat(recorder.getEmitter()).isSameAs(first);
    }

    /**
     * As X-Ray's interceptor of the SDK does it: the exception with its causes, its words once more, and an end of its
     * own.
     */
    @Test
    void saysTheTypesOfARefusalAndNoneOfItsWords() {
        Segment segment = recorder.beginSegment("function");
        Subsegment message = recorder.beginSubsegment("message");
        refused("SesV2");
        message.addException(refusal);
        recorder.endSubsegment();
        segment.addException(refusal);
        recorder.endSegment();

        assertThat(sent).singleElement().asString().doesNotContain("maria", "muster")
                .contains("MessageRejectedException", "IllegalStateException");
    }

    /** A segment of more than a hundred sends its parts before its end. */
    @Test
    void isQuietInPartsThatAreSentEarly() {
        recorder.beginSegment("function");
        IntStream.range(0, 120).forEach(call -> refused("call" + call));
        recorder.endSegment();

        assertThat(sent).hasSizeGreaterThan(1);
        assertThat(sent.toString()).doesNotContain("maria", "muster").contains("MessageRejectedException", "call119");
    }

    @Test
    void keepsTheWordsOfTypesThatQuoteNothing() {
        recorder.beginSegment("function");
        Subsegment message = recorder.beginSubsegment("message");
        message.addException(new InvalidValueException("email", "must be an address"));
        recorder.endSubsegment();
        recorder.endSegment();

        assertThat(sent.toString()).contains("email must be an address");
    }

    private void refused(String name) {
        Subsegment call = recorder.beginSubsegment(name);
        call.addException(refusal);
        call.getCause().setMessage(refusal.getMessage());
        recorder.endSubsegment();
    }

    /** Keeps what would go over the wire. */
    private final class Recording extends Emitter {

        @Override
        public boolean sendSegment(Segment segment) {
            return sent.add(segment.serialize());
        }

        @Override
        public boolean sendSubsegment(Subsegment subsegment) {
            return sent.add(subsegment.serialize());
        }
    }
}
