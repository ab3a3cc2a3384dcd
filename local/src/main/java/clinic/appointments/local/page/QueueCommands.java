package clinic.appointments.local.page;

import java.time.Duration;
import java.util.Optional;

import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.stage.LocalStage;

/** The commands on dead letters and on single messages. */
final class QueueCommands {

    private final LocalStage stage;
    private final StageReading reading;
    private final DeadLetters letters;

    QueueCommands(LocalStage stage) {
        this.stage = stage;
        this.reading = new LiveStage(stage);
        this.letters = new DeadLetters(stage);
    }

    PageAnswer carryOut(Visit visit) {
        return switch (visit.part(2)) {
            case "redrive" -> redrive(visit.part(1), visit.part(3));
            case "copy", "redeliver", "delay", "bury" -> message(visit.part(1), visit.part(3))
                    .map(message -> PageAnswer.text(200, change(visit, message)))
                    .orElseGet(() -> PageAnswer.text(404, "there is no such message"));
            case String _ -> Commands.known();
        };
    }

    /** Sends one dead letter back, or all of them. */
    private PageAnswer redrive(String queue, String messageId) {
        return reading.sourceOf(queue)
                .map(source -> PageAnswer.text(200, messageId.isEmpty() ? letters.sendBack(queue, source)
                        : letters.sendBack(messageId, queue, source)))
                .orElseGet(() -> PageAnswer.text(404, queue + " takes the dead letters of no queue"));
    }

    private Optional<MessageTrail> message(String queue, String id) {
        return reading.messages(message -> message.messageId().equals(id) && reading.queueId(message).equals(queue))
                .stream().findFirst();
    }

    private String change(Visit visit, MessageTrail message) {
        String queue = visit.part(1);
        return switch (visit.part(2)) {
            case "redeliver" -> HeldMessage.of(stage, queue, message).show(Duration.ZERO);
            case "delay" -> HeldMessage.of(stage, queue, message).show(Commands.length(visit.parameter("by")));
            case "bury" -> HeldMessage.of(stage, queue, message).bury(reading.deadLettersOf(queue).orElseThrow(
                    () -> new RefusedCommandException(queue + " has no dead-letter queue.")));
            case String _ -> letters.copy(message, queue);
        };
    }
}
