package clinic.appointments.local.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.clock.LocalClock;
import clinic.appointments.local.template.Queue;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** The queue engine follows the local clock, and the ledger agrees with the engine. */
class QueueEngineTest {

    private static final String ARN = "arn:aws:sqs:eu-central-1:123456789012:";
    private static final Duration VISIBILITY = Duration.ofMinutes(3);
    private static final Queue DEAD = queue("dead", Duration.ZERO, Optional.empty());
    private static final Queue WORK = queue("work", Duration.ZERO, Optional.of(new Queue.Redrive(ARN + "dead", 2)));
    private static final Queue SLOW = queue("slow", Duration.ofSeconds(20), Optional.empty());

    private final LocalClock clock = new LocalClock(InstantSource.system());
    private final QueueLedger ledger = new QueueLedger(clock);
    private QueueEngine engine;

    @BeforeEach
    void start() {
        engine = QueueEngine.start(clock, ledger, "123456789012", "eu-central-1");
        engine.create(List.of(WORK, DEAD, SLOW));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void knowsTheInstantOfTheNextRetry() {
        send(WORK);
        Instant before = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        receive(WORK);
        assertThat(ledger.counts("work")).isEqualTo(new QueueCounts(0, 1));
        assertThat(ledger.nextVisible(List.of("work")).orElseThrow()).isBetween(before.plus(VISIBILITY),
                clock.instant().plus(VISIBILITY));
    }

    @Test
    void tellsWhatHasHappenedToAMessage() {
        send(WORK);
        receive(WORK);
        clock.advanceBy(VISIBILITY);
        receive(WORK);
        clock.advanceBy(VISIBILITY);
        receive(WORK);

        List<MessageTrail> trails = ledger.trails().matching(_ -> true);
        assertThat(trails).extracting(MessageTrail::queue, MessageTrail::isPresent, trail -> trail.receivedAt().size())
                .containsExactly(tuple("work", false, 2), tuple("dead", true, 2));
        assertThat(trails.getFirst().receivedAt().getLast())
                .isAfterOrEqualTo(trails.getFirst().receivedAt().getFirst().plus(VISIBILITY));
        assertThat(trails.getLast().messageId()).isEqualTo(trails.getFirst().messageId());
        assertThat(trails.getFirst().removedAt()).isPresent();
    }

    @Test
    void redeliversOnceTheClockHasRunAheadAndThenParks() {
        send(WORK);
        for (int delivery = 0; delivery < 2; delivery++) {
            assertThat(receive(WORK)).hasSize(1);
            clock.advanceBy(VISIBILITY);
        }
        assertThat(receive(WORK)).isEmpty();
        assertThat(ledger.counts("work")).isEqualTo(new QueueCounts(0, 0));
        assertThat(receive(DEAD)).hasSize(1);
    }

    /** The engine reports real time, but functions follow the local clock. */
    @Test
    void knowsWhenAMessageWasSentByTheLocalClock() {
        clock.advanceBy(Duration.ofDays(2));
        Instant before = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        send(WORK);
        String id = receive(WORK).get(0).path("MessageId").asText();

        assertThat(ledger.sentAt("work", id).orElseThrow()).isBetween(before, clock.instant());
        clock.advanceBy(VISIBILITY);
        receive(WORK);
        assertThat(ledger.sentAt("work", id).orElseThrow()).as("a redelivery keeps it")
                .isBefore(clock.instant().minus(VISIBILITY).plusSeconds(1));
        assertThat(ledger.sentAt("work", "another")).isEmpty();
    }

    @Test
    void holdsADelayedMessageBack() {
        send(SLOW);
        assertThat(receive(SLOW)).isEmpty();
        clock.advanceBy(Duration.ofSeconds(20));
        assertThat(ledger.counts("slow")).isEqualTo(new QueueCounts(1, 0));
        assertThat(receive(SLOW)).hasSize(1);
    }

    @Test
    void refusesARedriveToAQueueThatIsNotThere() {
        Queue orphan = queue("orphan", Duration.ZERO, Optional.of(new Queue.Redrive(ARN + "nowhere", 2)));
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> engine.create(List.of(orphan)))
                .withMessage("The dead-letter queue of queue orphan is not part of the stage.");
    }

    private void send(Queue queue) {
        calls().sqs("key", "SendMessage", AwsCalls.body().put("QueueUrl", queue.url()).put("MessageBody", "{}"));
    }

    private JsonNode receive(Queue queue) {
        return calls().sqs("key", "ReceiveMessage", AwsCalls.body().put("QueueUrl", queue.url())).path("Messages");
    }

    private AwsCalls calls() {
        return new AwsCalls(engine.address(), "eu-central-1");
    }

    private static Queue queue(String name, Duration delay, Optional<Queue.Redrive> redrive) {
        return new Queue(name, name, "http://127.0.0.1:1/123456789012/" + name, ARN + name, VISIBILITY, delay,
                Duration.ofDays(4), redrive, Optional.empty());
    }
}
