package clinic.appointments.runtime;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import clinic.appointments.log.WrittenLines;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.wire.MalformedMessageException;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.logging.log4j.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * No line of a log says what something foreign says: it quotes what it chokes on. The lines are those of the real
 * layout.
 */
class QuietLinesTest {

    private static final String CANARY = "maria.muster@example.org";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WrittenLines lines = WrittenLines.listen();

    @AfterEach
    void stop() {
        lines.close();
    }

    /** Of the JDK, of a library, of AWS; as a cause, as a cause's cause, suppressed, and in a circle. */
    static Stream<Supplier<Throwable>> foreign() {
        return Stream.of(() -> new DateTimeException("Unknown calendar system: " + CANARY),
                () -> new IllegalStateException("outer " + CANARY, new IllegalArgumentException("inner " + CANARY,
                        new NumberFormatException("For input string: \"" + CANARY + "\""))),
                () -> suppressing(new IllegalStateException("no words"), new IllegalStateException(CANARY)),
                QuietLinesTest::circle, () -> new AssertionError(CANARY),
                () -> DynamoDbException.builder().statusCode(400).requestId("r1")
                        .awsErrorDetails(AwsErrorDetails.builder().errorMessage("Key: " + CANARY).build()).build(),
                () -> new StackOverflowed(CANARY));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void namesAFailedMessagesTypeAndOurLinesButNotItsWords(Supplier<Throwable> foreign) throws Exception {
        failMessage(foreign);

        JsonNode line = lines.only();
        assertThat(line.toString()).doesNotContain("maria", "muster");
        assertThat(line.at("/failure/name").asText()).isEqualTo(foreign.get().getClass().getName());
        assertThat(line.at("/failure/stack").asText()).contains("clinic.appointments.runtime.QuietLinesTest");
    }

    @Test
    void namesCausesAndWhatWasSuppressed() throws Exception {
        failMessage(() -> suppressing(new IllegalStateException(CANARY, new IllegalArgumentException(CANARY)),
                new UnsupportedOperationException(CANARY)));

        JsonNode error = lines.only().path("failure");
        assertThat(error.at("/cause/name").asText()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(error.at("/suppressed/0/name").asText()).isEqualTo("java.lang.UnsupportedOperationException");
    }

    @Test
    void tellsTheWordsOfTypesThatQuoteNothing() throws Exception {
        failMessage(() -> new IllegalStateException(CANARY, new InvalidValueException("email", "must be an address")));

        assertThat(lines.only().at("/failure/cause/message").asText()).isEqualTo("email must be an address");
    }

    @Test
    void doesNotLetLambdaWriteWhatAQueryFailsWith() throws Exception {
        assertThatThrownBy(() -> new QueryFunction(_ -> {
            throw new IllegalStateException(CANARY, new IllegalArgumentException(CANARY));
        }, "test").process(new APIGatewayProxyRequestEvent().withHttpMethod("GET").withResource("/overdue"),
                new InvocationContext(() -> 30_000))).hasMessage("java.lang.IllegalStateException").hasNoCause()
                .hasNoSuppressedExceptions();
        assertThat(lines.only().toString()).doesNotContain("maria", "muster").contains("Query failed");
    }

    /** The layout has no place for the message of an exception, whichever code or library logs it. */
    @Test
    void hasNoPlaceForTheWordsOfAnExceptionThatALoggerIsGiven() throws Exception {
        LogManager.getLogger("clinic.appointments.library").error("It failed",
                new IllegalStateException(CANARY, new MalformedMessageException("a", CANARY)));

        assertThat(lines.only().path("error"))
                .isEqualTo(JSON.readTree("{\"name\":\"java.lang.IllegalStateException\","
                        + "\"root\":\"clinic.appointments.wire.MalformedMessageException\"}"));
        assertThat(lines.only().toString()).doesNotContain("maria", "muster");
    }

    private void failMessage(Supplier<? extends Throwable> thrown) {
        SQSMessage message = new SQSMessage();
        message.setMessageId("1");
        message.setBody("{}");
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message));
        new SqsBatch((_, _) -> {
            QuietLinesTest.<RuntimeException>throwUnchecked(thrown.get());
            throw new AssertionError("unreachable");
        }, new NoSource(), new MessageTelemetry(new MetricCounts("test"), InstantSource.system()),
                new Lanes(1, _ -> Set.of(), new Unobserved())).process(event, new InvocationContext(() -> 30_000));
    }

    private static Throwable suppressing(Throwable thrown, Throwable suppressed) {
        thrown.addSuppressed(suppressed);
        return thrown;
    }

    private static Throwable circle() {
        IllegalStateException one = new IllegalStateException(CANARY);
        IllegalStateException other = new IllegalStateException(CANARY, one);
        one.initCause(other);
        one.addSuppressed(other);
        return one;
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwUnchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** Says in its name and in its text what it was given. */
    @SuppressWarnings("OverrideThrowableToString")
    private static final class StackOverflowed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StackOverflowed(String words) {
            super(words);
        }

        @Override
        public String toString() {
            return CANARY;
        }
    }
}
