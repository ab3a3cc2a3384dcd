package clinic.appointments.local.page;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.StageException;

/**
 * The commands to control a running stage, each a POST: to invoke a function, send a message, run the clock, and send
 * messages again.
 */
final class Commands {

    private static final String KNOWN = """
            POST /invoke/<FunctionId>
            POST /send/<QueueId>
            POST /clock/advance?by=PT1H
            POST /clock/next
            POST /queues/<dead-letter QueueId>/redrive
            POST /queues/<QueueId>/copy/<MessageId>""";

    private final LocalStage stage;

    Commands(LocalStage stage) {
        this.stage = stage;
    }

    /** @param body of the request, with its dates filled in */
    PageAnswer carryOut(Visit visit, String body) throws InterruptedException {
        try {
            return switch (visit.part(0)) {
                case "invoke" -> PageAnswer.text(200, Invocations.describe(stage.invoke(visit.part(1), body)));
                case "send" -> PageAnswer.text(200, stage.send(visit.part(1), body, Map.of()));
                case "clock" -> visit.part(1).equals("next") ? runToNext() : advance(visit.parameter("by"));
                case "queues" -> queue(visit);
                case String _ -> PageAnswer.text(404, KNOWN);
            };
        } catch (StageException e) {
            return PageAnswer.text(404, Objects.requireNonNull(e.getMessage()));
        }
    }

    /** Runs the clock to the next event and lets everything happen that follows at once. */
    private PageAnswer runToNext() throws InterruptedException {
        Optional<Instant> next = stage.nextDue();
        if (next.isEmpty()) {
            return PageAnswer.text(200, "nothing is due");
        }
        Duration missing = Duration.between(stage.clock().instant(), next.get());
        stage.runAhead(missing.isNegative() ? Duration.ZERO : missing);
        return PageAnswer.text(200, stage.clock().instant().toString());
    }

    private PageAnswer queue(Visit visit) {
        StageReading reading = new LiveStage(stage);
        DeadLetters letters = new DeadLetters(stage);
        return switch (visit.part(2)) {
            case "redrive" -> reading.sourceOf(visit.part(1))
                    .map(source -> PageAnswer.text(200, letters.sendBack(visit.part(1), source)))
                    .orElseGet(() -> PageAnswer.text(404, visit.part(1) + " takes the dead letters of no queue"));
            case "copy" -> reading.messages(message -> message.messageId().equals(visit.part(3))
                    && reading.queueId(message).equals(visit.part(1))).stream().findFirst()
                    .map(message -> PageAnswer.text(200, letters.copy(message, visit.part(1))))
                    .orElseGet(() -> PageAnswer.text(404, "there is no such message"));
            case String _ -> PageAnswer.text(404, KNOWN);
        };
    }

    private PageAnswer advance(String by) throws InterruptedException {
        try {
            Duration length = Duration.parse(by);
            if (length.isNegative()) {
                return PageAnswer.text(400, "the clock runs ahead only");
            }
            stage.runAhead(length);
            stage.fireRecurring();
            return PageAnswer.text(200, stage.clock().instant().toString());
        } catch (DateTimeException _) {
            return PageAnswer.text(400, "by is an ISO-8601 duration such as PT1H");
        }
    }
}
