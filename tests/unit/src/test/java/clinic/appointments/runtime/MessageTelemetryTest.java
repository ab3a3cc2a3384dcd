package clinic.appointments.runtime;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.contract.LogEvent;
import clinic.appointments.log.LogContext;
import clinic.appointments.log.WrittenLines;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Evidence;
import clinic.appointments.model.ExternalFault;
import clinic.appointments.model.RejectionReason;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each outcome of a message is one line, and its message is the event. */
class MessageTelemetryTest {

    private static final RunningVersion VERSION = new RunningVersion("function", "1");
    private static final IncomingMessage MESSAGE = new IncomingMessage("1", "{}", Map.of(),
            new IncomingMessage.Delivery("handle", 1, Optional.empty()));

    private final MessageTelemetry telemetry = new MessageTelemetry(new MetricCounts("UnitTests"),
            InstantSource.system());
    private final WrittenLines lines = WrittenLines.listen();

    @AfterEach
    void stop() {
        lines.close();
        LogContext.clear();
    }

    static Stream<Map.Entry<Disposition, String>> dispositions() {
        return Stream.of(Map.entry(new Disposition.Accepted(Effect.BOOKED), "INFO Appointment booked"),
                Map.entry(new Disposition.Accepted(Effect.CONTINUED), "INFO Run continued"),
                Map.entry(new Disposition.Rejected(RejectionReason.SLOT_TAKEN), "INFO Request rejected"),
                Map.entry(new Disposition.Deferred("CONTENDED", Duration.ZERO), "INFO Message deferred"),
                Map.entry(new Disposition.Parked("type must be BOOK"), "INFO Message dead-lettered"),
                Map.entry(new Disposition.Faulted(ExternalFault.MAIL_NOT_TAKEN, "SES answered 429", Duration.ZERO),
                        "WARN Message refused by another service"));
    }

    @ParameterizedTest
    @MethodSource("dispositions")
    void tellsTheEvent(Map.Entry<Disposition, String> expected) {
        telemetry.begin(MESSAGE, VERSION).settled(expected.getKey());
        assertThat(lines.only().path("level").asText() + " " + lines.only().path("message").asText())
                .isEqualTo(expected.getValue());
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void tellsEveryEffectInOneLineWithItsCode(Effect effect) {
        telemetry.begin(MESSAGE, VERSION).settled(new Disposition.Accepted(effect));
        assertThat(lines.only().path("reason").asText()).isEqualTo(effect.name());
        assertThat(lines.only().path("outcome").asText()).isEqualTo("Accepted");
    }

    /** The fifth receive is the last: the queue then moves the message to its dead-letter queue. */
    @ParameterizedTest
    @CsvSource({"4, WARN Message refused by another service, INFO Message deferred, ERROR Message failed",
            "5, WARN Message given up undecided, WARN Message given up undecided, ERROR Message given up"})
    void tellsOnTheLastReceiveThatTheMessageIsGivenUp(int receives, String refused, String deferred, String failed) {
        IncomingMessage again = new IncomingMessage("1", "{\"requestId\":\"r-1\"}", Map.of(),
                new IncomingMessage.Delivery("handle", receives, Optional.empty()));
        telemetry.begin(again, VERSION).settled(
                new Disposition.Faulted(ExternalFault.MAIL_NOT_TAKEN, "SES answered 429", Duration.ZERO));
        telemetry.begin(again, VERSION).settled(new Disposition.Deferred("OUT_OF_TIME", Duration.ZERO));
        telemetry.begin(again, VERSION).failed(new IllegalStateException("secret"));

        assertThat(lines.all()).extracting(line -> line.path("level").asText() + " " + line.path("message").asText())
                .containsExactly(refused, deferred, failed);
    }

    /** Every ERROR has a code, ids, the count of receives, and a stack without words. */
    @Test
    void tellsWhichMessageFailedEvenIfItCouldNotBeRead() {
        IncomingMessage unread = new IncomingMessage("m-1", "{\"requestId\":\"r-1\"}", Map.of(),
                new IncomingMessage.Delivery("handle", 2, Optional.empty()));
        telemetry.begin(unread, VERSION).failed(new IllegalStateException("secret"));

        JsonNode line = lines.only();
        assertThat(Stream.of("reason", "correlation_id", "request_id", "message_id", "receive_count")
                .map(key -> line.path(key).asText()))
                .containsExactly("IllegalStateException", "r-1", "r-1", "m-1", "2");
        assertThat(line.at("/failure/stack").asText()).contains("MessageTelemetryTest");
        assertThat(line.toString()).doesNotContain("secret");
    }

    @Test
    void tellsWhatARejectionRestsOn() {
        telemetry.begin(MESSAGE, VERSION).settled(new Disposition.Rejected(RejectionReason.SLOT_TAKEN,
                new Evidence(Optional.of("other"), Optional.of("minimumNotice PT2H"))));
        assertThat(lines.only().path("blocked_by").asText()).isEqualTo("other");
        assertThat(lines.only().path("setting").asText()).isEqualTo("minimumNotice PT2H");
    }

    @Test
    void namesNoTwoEventsAlike() {
        List<String> texts = Arrays.stream(LogEvent.values()).map(LogEvent::text).toList();
        assertThat(texts).doesNotHaveDuplicates();
    }
}
