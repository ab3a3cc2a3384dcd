package clinic.appointments.local.page;

import java.util.ArrayList;
import java.util.List;

import clinic.appointments.local.engine.MessageTrail;

/** What a person can do to one message: no more than SQS lets its receiver or an operator do. */
final class MessageActions {

    private MessageActions() {
    }

    static List<Action> of(StageReading reading, MessageTrail message) {
        String queue = reading.queueId(message);
        List<Action> actions = new ArrayList<>();
        if (message.isPresent() && reading.isRedrivable(queue)
                && !message.attributes().containsKey(DeadLetters.PARKED)) {
            actions.add(action(queue, "redrive", message, "", "Send it back"));
        } else if (message.isPresent() && message.receipt().isPresent()
                && reading.deadLettersOf(queue).isPresent()) {
            actions.add(action(queue, "redeliver", message, "", "Redeliver now"));
            actions.add(action(queue, "delay", message, "?by=PT15M", "Hide for 15 minutes"));
            actions.add(action(queue, "bury", message, "", "Dead-letter it"));
        }
        actions.add(action(queue, "copy", message, "", "Send a copy"));
        return List.copyOf(actions);
    }

    private static Action action(String queue, String verb, MessageTrail message, String query, String text) {
        return new Action("/queues/" + queue + "/" + verb + "/" + message.messageId() + query, text);
    }
}
