package clinic.appointments.local.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.policy.AccessDecision;
import clinic.appointments.local.run.MessageOutcome.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The end of a local run reports its problems. */
class VerdictTest {

    private static final MessageOutcome BOOKED = new MessageOutcome(Category.ACCEPTED, "ACCEPTED", "booked");
    private static final MessageOutcome LOST = new MessageOutcome(Category.UNACCOUNTED, "", "UNACCOUNTED");

    @Test
    void isSilentWhenAllIsAsExpected() {
        Verdict verdict = verdict(
                Map.of(sent("a", Optional.of("ACCEPTED")), BOOKED, sent("b", Optional.empty()), BOOKED));
        assertThat(verdict.complaint()).isEmpty();
        assertThat(verdict.lines()).isEmpty();
    }

    @Test
    void namesEachMessageThatIsNotAsExpected() {
        Map<SentMessage, MessageOutcome> outcomes = new LinkedHashMap<>();
        outcomes.put(sent("a", Optional.of("REJECTED:SLOT_TAKEN")), BOOKED);
        outcomes.put(sent("b", Optional.empty()), LOST);
        Verdict verdict = verdict(outcomes);
        assertThat(verdict.complaint())
                .contains("The local run failed: 2 messages not as expected; the last lines of the output name them.");
        assertThat(verdict.lines()).containsExactly(
                "NOT AS EXPECTED: event a (a) is ACCEPTED, expected REJECTED:SLOT_TAKEN",
                "NOT AS EXPECTED: event b (b) is UNACCOUNTED, expected any receipt");
    }

    @Test
    void namesEachCallThatWasDeniedOnce() {
        AccessDecision.Denied denied = new AccessDecision.Denied("ApiRole", "sqs:SendMessage", "arn:queue");
        Verdict verdict = new Verdict(Map.of(), List.of(denied, denied));
        assertThat(verdict.complaint())
                .contains("The local run failed: 1 call denied; the last lines of the output name them.");
        assertThat(verdict.lines()).containsExactly("DENIED: role ApiRole may not sqs:SendMessage on arn:queue");
    }

    static Stream<Arguments> answers() {
        String none = "The function returned no response; the cause is printed above.";
        return Stream.of(answer(responded("{\"statusCode\":200}"), Optional.empty()),
                answer(responded("{\"statusCode\":404}"), Optional.empty()),
                answer(responded("{\"statusCode\":400}"), Optional.of("The function responded with status 400.")),
                answer(responded("{\"statusCode\":500}"), Optional.of("The function responded with status 500.")),
                answer(responded("{\"batchItemFailures\":[]}"), Optional.empty()),
                answer(responded("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}"),
                        Optional.of("The function failed on 1 of the messages.")),
                answer(new Invocation.Failed("Error", "no"), Optional.of(none)),
                answer(new Invocation.TimedOut(Duration.ofSeconds(1)), Optional.of(none)),
                answer(new Invocation.Crashed("killed"), Optional.of(none)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void saysWhetherADirectAnswerIsAnError(Invocation answer, Optional<String> complaint) {
        assertThat(new DirectAnswer(answer).complaint()).isEqualTo(complaint);
    }

    private static Arguments answer(Invocation invocation, Optional<String> complaint) {
        return Arguments.of(invocation, complaint);
    }

    private static Invocation responded(String payload) {
        return new Invocation.Responded(payload);
    }

    private static Verdict verdict(Map<SentMessage, MessageOutcome> outcomes) {
        return new Verdict(outcomes, List.of());
    }

    private static SentMessage sent(String requestId, Optional<String> expect) {
        return new SentMessage(new SampleMessage("event " + requestId, "AppointmentRequestQueue",
                "{\"requestId\":\"" + requestId + "\"}", Map.of(), 1, Optional.empty(), expect), 1, "message");
    }
}
