package clinic.appointments.local.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.policy.Decision;
import clinic.appointments.local.run.Outcome.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How a local run ends says what was wrong, and where. */
class VerdictTest {

    private static final Outcome BOOKED = new Outcome(Kind.ACCEPTED, "ACCEPTED", "booked");
    private static final Outcome LOST = new Outcome(Kind.UNACCOUNTED, "", "UNACCOUNTED");

    @Test
    void isSilentWhenAllIsAsExpected() {
        Verdict verdict = verdict(
                Map.of(sent("a", Optional.of("ACCEPTED")), BOOKED, sent("b", Optional.empty()), BOOKED));
        assertThat(verdict.complaint()).isEmpty();
        assertThat(verdict.lines()).isEmpty();
    }

    @Test
    void namesEachMessageThatIsNotAsExpected() {
        Map<SentMessage, Outcome> outcomes = new LinkedHashMap<>();
        outcomes.put(sent("a", Optional.of("REJECTED:SLOT_TAKEN")), BOOKED);
        outcomes.put(sent("b", Optional.empty()), LOST);
        Verdict verdict = verdict(outcomes);
        assertThat(verdict.complaint())
                .contains("The local run failed: 2 messages not as expected; its last lines say which.");
        assertThat(verdict.lines()).containsExactly(
                "NOT AS EXPECTED: event a (a) is ACCEPTED, expected REJECTED:SLOT_TAKEN",
                "NOT AS EXPECTED: event b (b) is UNACCOUNTED, expected any receipt");
    }

    @Test
    void namesEachCallThatWasDeniedOnce() {
        Decision.Denied denied = new Decision.Denied("ApiRole", "sqs:SendMessage", "arn:queue");
        Verdict verdict = new Verdict(Map.of(), List.of(denied, denied));
        assertThat(verdict.complaint()).contains("The local run failed: 1 call denied; its last lines say which.");
        assertThat(verdict.lines()).containsExactly("DENIED: role ApiRole may not sqs:SendMessage on arn:queue");
    }

    static Stream<Arguments> answers() {
        String none = "The function gave no answer; what became of it stands above.";
        return Stream.of(answer(responded("{\"statusCode\":200}"), Optional.empty()),
                answer(responded("{\"statusCode\":404}"), Optional.empty()),
                answer(responded("{\"statusCode\":400}"), Optional.of("The function answered with status 400.")),
                answer(responded("{\"statusCode\":500}"), Optional.of("The function answered with status 500.")),
                answer(responded("{\"batchItemFailures\":[]}"), Optional.empty()),
                answer(responded("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}"),
                        Optional.of("The function could not handle 1 of the messages.")),
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

    private static Verdict verdict(Map<SentMessage, Outcome> outcomes) {
        return new Verdict(outcomes, List.of());
    }

    private static SentMessage sent(String requestId, Optional<String> expect) {
        return new SentMessage(new SampleMessage("event " + requestId, "AppointmentRequestQueue",
                "{\"requestId\":\"" + requestId + "\"}", Map.of(), 1, Optional.empty(), expect), 1, "message");
    }
}
