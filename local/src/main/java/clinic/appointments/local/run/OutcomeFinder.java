package clinic.appointments.local.run;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import clinic.appointments.contract.QueueName;
import clinic.appointments.local.run.MessageOutcome.Category;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.QueuedMessage;
import com.fasterxml.jackson.databind.JsonNode;

/** Finds the outcome of each message: from its receipt, or from the dead-letter queues. */
final class OutcomeFinder {

    private final QueryClient query;
    private final List<QueuedMessage> parked;
    private final Set<String> seen = new HashSet<>();

    OutcomeFinder(LocalStage stage) {
        this.query = new QueryClient(stage);
        this.parked = Stream.of(QueueName.values()).flatMap(queue -> stage.deadLetters(queue.deadLetterId()).stream())
                .toList();
    }

    /** The outcome of a message. Call it in the order of sending, so that a repeat comes after the original. */
    MessageOutcome of(SentMessage message) throws InterruptedException {
        boolean first = seen.add(message.requestId());
        boolean request = message.isRequest();
        MessageOutcome outcome = request ? byReceipt(message) : byQueue(message);
        return first || !request || outcome.category() == Category.UNACCOUNTED ? outcome
                : new MessageOutcome(Category.REPEATED, outcome.receipt(), "repeat: " + outcome.text());
    }

    private MessageOutcome byReceipt(SentMessage message) throws InterruptedException {
        Optional<JsonNode> receipt = query.receipt(message.requestId(), message.client());
        String state = receipt.map(found -> found.path("state").asText()).orElse("");
        String code = receipt.map(found -> found.path("code").asText("")).orElse("");
        return switch (state) {
            case "ACCEPTED" -> new MessageOutcome(Category.ACCEPTED, state, accepted(message, receipt.get()));
            case "REJECTED" -> new MessageOutcome(Category.REJECTED, state + ":" + code, "rejected: " + code);
            case "PARKED" -> parked(code);
            case String _ ->
                deadLetter(message).orElseGet(() -> new MessageOutcome(Category.UNACCOUNTED, state, "UNACCOUNTED"));
        };
    }

    /**
     * Messages between the service's own functions have no receipt: a message that is neither in the queue nor in its
     * dead-letter queue is done.
     */
    private MessageOutcome byQueue(SentMessage message) throws InterruptedException {
        Optional<MessageOutcome> buried = deadLetter(message);
        if (buried.isPresent()) {
            return buried.get();
        }
        Optional<String> appointment = message.field("appointmentId");
        return new MessageOutcome(Category.ACCEPTED, "ACCEPTED", "done"
                + (appointment.isPresent() ? ": " + appointment(appointment.get()) : ""));
    }

    private String accepted(SentMessage message, JsonNode receipt) throws InterruptedException {
        return switch (message.command()) {
            case "REGISTER_PATIENT" -> "registered";
            case "ERASE_PATIENT" -> "erased";
            case "DEFINE_RESOURCE" -> "defined";
            case "RETIRE_RESOURCE" -> "retired";
            case "BLOCK" -> "blocked, " + receipt.path("displaced").asInt() + " displaced";
            case "UNBLOCK" -> "lifted";
            case "KEEP" -> "kept";
            case "CANCEL" -> "cancelled";
            case "EXPIRE_HOLD" -> "hold ended";
            case "CONFIRM" -> "confirmed, " + appointment(receipt.path("appointmentId").asText());
            case "COMPLETE" -> "completed";
            case "CHECK_IN" -> "checked in";
            case "RESCHEDULE" -> "rescheduled, " + appointment(receipt.path("appointmentId").asText());
            case String _ -> "booked, " + appointment(receipt.path("appointmentId").asText());
        };
    }

    private String appointment(String id) throws InterruptedException {
        return query.appointment(id).map(OutcomeFinder::describe).orElse("appointment unknown");
    }

    private static String describe(JsonNode appointment) {
        Map<String, Integer> reminders = new TreeMap<>();
        appointment.path("reminders").forEach(reminder -> reminders.merge(describeReminder(reminder), 1, Integer::sum));
        String status = appointment.path("status").asText("?").toLowerCase(Locale.ROOT);
        return reminders.isEmpty() ? status
                : status + ", reminders: " + String.join(", ", reminders.entrySet().stream()
                        .map(each -> each.getValue() == 1 ? each.getKey() : each.getValue() + " x " + each.getKey())
                        .toList());
    }

    private static String describeReminder(JsonNode reminder) {
        String state = reminder.path("state").asText();
        return state.equals("SCHEDULED") ? "due " + reminder.path("dueAt").asText()
                : state.toLowerCase(Locale.ROOT);
    }

    private Optional<MessageOutcome> deadLetter(SentMessage message) {
        return parked.stream().filter(letter -> isOf(message, letter)).findFirst()
                .map(letter -> parked(letter.attributes().getOrDefault("parkedReason", "too many attempts")));
    }

    private static MessageOutcome parked(String reason) {
        return new MessageOutcome(Category.PARKED, "PARKED:" + reason, "parked: " + reason);
    }

    /** A message that the service parks is sent anew and has another id; one that SQS moves keeps its id. */
    private static boolean isOf(SentMessage message, QueuedMessage letter) {
        return letter.messageId().equals(message.messageId())
                || message.requestId().equals(letter.attributes().get("requestId"));
    }
}
