package clinic.appointments.runtime;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import clinic.appointments.message.IncomingMessage;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.AWSXRayRecorderBuilder;
import com.amazonaws.xray.contexts.LambdaSegmentContext;
import com.amazonaws.xray.contexts.SegmentContextResolverChain;
import com.amazonaws.xray.emitters.Emitter;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each message has its own subsegment with its own calls and annotations, whichever lane it was in. */
class TracedLanesTest {

    private static final String TRACE = "1-67891233-abcdef012345678912345678";
    private static final String HEADER = "com.amazonaws.xray.traceHeader";
    private static final int MESSAGES = 20;

    private final List<JsonNode> sent = Collections.synchronizedList(new ArrayList<>());
    private final AWSXRayRecorder before = AWSXRay.getGlobalRecorder();

    @BeforeEach
    void traceAsInLambda() {
        System.setProperty(HEADER, "Root=" + TRACE + ";Parent=53995c3f42cd8ad8;Sampled=1");
        SegmentContextResolverChain inLambda = new SegmentContextResolverChain();
        inLambda.addResolver(LambdaSegmentContext::new);
        AWSXRay.setGlobalRecorder(AWSXRayRecorderBuilder.standard().withEmitter(new Recording())
                .withSegmentContextResolverChain(inLambda).build());
    }

    @AfterEach
    void stop() {
        AWSXRay.clearTraceEntity();
        AWSXRay.setGlobalRecorder(before);
        System.clearProperty(HEADER);
    }

    @Test
    void belongToTheTraceOfTheInvocation() {
        work();
        assertThat(sent).hasSize(MESSAGES).allSatisfy(segment -> {
            assertThat(segment.path("trace_id").asText()).isEqualTo(TRACE);
            assertThat(segment.path("parent_id").asText()).isEqualTo("53995c3f42cd8ad8");
            assertSubsegmentIsOfOneMessage(segment);
        });
        assertThat(AWSXRay.getTraceEntity()).isNull();
    }

    @Test
    void belongToTheSubsegmentInWhichTheyWereStarted() {
        AWSXRay.beginSubsegment("batch");
        work();
        AWSXRay.endSubsegment();
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().path("subsegments")).hasSize(MESSAGES)
                .allSatisfy(TracedLanesTest::assertSubsegmentIsOfOneMessage);
    }

    /** Otherwise the traces that are looked for would be just those that are not found. */
    @Test
    void tellWhichMessageFailed() {
        SQSMessage message = new SQSMessage();
        message.setMessageId("m-1");
        message.setBody("{\"requestId\":\"r-1\"}");
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message));
        new SqsBatch((_, _) -> {
            throw new IllegalStateException("no answer");
        }, new NoSource(), new MessageTelemetry(new MetricCounts("UnitTests"), InstantSource.system()),
                new Lanes(1, _ -> Set.of(), new Unobserved())).process(event, new InvocationContext(() -> 30_000));

        assertThat(sent).singleElement().satisfies(segment -> {
            assertThat(segment.at("/annotations/outcome").asText()).isEqualTo("Failed");
            assertThat(segment.at("/annotations/correlationId").asText()).isEqualTo("r-1");
            assertThat(segment.path("metadata").findValue("receiveCount").asInt()).isOne();
            assertThat(segment.path("fault").asBoolean()).isTrue();
        });
    }

    private static void assertSubsegmentIsOfOneMessage(JsonNode segment) {
        assertThat(segment.at("/subsegments/0/name").asText())
                .isEqualTo("call of " + segment.at("/annotations/outcome").asText());
        assertThat(segment.path("subsegments")).hasSize(1);
    }

    /** Four lanes of five messages each. */
    private static void work() {
        List<IncomingMessage> messages = IntStream.range(0, MESSAGES).mapToObj(index -> new IncomingMessage(
                "" + index, "{}", Map.of(), new IncomingMessage.Delivery("handle", 1, Optional.empty()))).toList();
        new Lanes(10, message -> Set.of("" + Integer.parseInt(message.messageId()) % 4), new Unobserved()).work(
                messages,
                (message, left) -> Tracing.inSubsegment("message", () -> call(message, left)));
    }

    private static int call(IncomingMessage message, int left) {
        AWSXRay.beginSubsegment("call of " + message.messageId());
        LockSupport.parkNanos(1);
        AWSXRay.endSubsegment();
        Tracing.annotate("outcome", message.messageId());
        return left;
    }

    /** Keeps what would go over the wire. */
    private final class Recording extends Emitter {

        @Override
        public boolean sendSegment(Segment segment) {
            throw new AssertionError("Lambda sends the segment itself");
        }

        @Override
        public boolean sendSubsegment(Subsegment subsegment) {
            return sent.add(json(subsegment.streamSerialize()));
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
