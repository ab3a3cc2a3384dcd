package clinic.appointments.flow;

import java.util.concurrent.locks.LockSupport;

import clinic.appointments.local.gateway.Fault;
import clinic.appointments.local.gateway.FaultEffect;
import clinic.appointments.local.gateway.ServiceResponse;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static clinic.appointments.local.gateway.Fault.Moment.AFTER;
import static clinic.appointments.local.gateway.Fault.Moment.BEFORE;

/** What can become of a call, so often in a row that the SDK gives it up, too. */
enum CallFate {

    THROTTLED(BEFORE, 3),
    BROKEN(BEFORE, 3),
    /** Refused in a text that quotes the request. */
    REFUSED(BEFORE, 1),
    /** Refused with the stored item, as when the answer to an earlier try was lost. */
    CONDITION_FAILED(AFTER, 1),
    ANSWER_LOST(AFTER, 3),
    /** Answered in a text that is no JSON, and that a parser quotes. */
    MALFORMED(BEFORE, 1),
    KILLED_BEFORE(BEFORE, 1),
    KILLED_AFTER(AFTER, 1),
    /** Once only: the SDK waits four seconds each time. */
    TIMED_OUT(BEFORE, 1);

    /** Longer than the SDK waits for an answer. */
    private static final long SILENCE_NANOS = 4_500_000_000L;
    private static final int BAD_REQUEST = 400;

    private final Fault.Moment moment;
    private final int attempts;

    CallFate(Fault.Moment moment, int attempts) {
        this.moment = moment;
        this.attempts = attempts;
    }

    Fault.Moment moment() {
        return moment;
    }

    /** How many calls in a row it strikes. */
    int attempts() {
        return attempts;
    }

    boolean befalls(CallKind kind) {
        return this != CONDITION_FAILED || kind.isConditional();
    }

    /**
     * The effect.
     *
     * @param canary what an answer contains that quotes
     */
    FaultEffect effect(LocalStage stage, CallKind kind, String canary) {
        return switch (this) {
            case THROTTLED -> new FaultEffect.Throttle();
            case BROKEN -> new FaultEffect.Fail();
            case REFUSED -> new FaultEffect.Answer(request -> refusal(kind, canary + " " + request));
            case CONDITION_FAILED -> new FaultEffect.Answer(request -> conditionFailed(stage, request));
            case ANSWER_LOST -> new FaultEffect.Drop();
            case MALFORMED -> new FaultEffect.Answer(_ -> new ServiceResponse(200, "{\"Item\":" + canary + "}"));
            case KILLED_BEFORE, KILLED_AFTER -> new FaultEffect.Run(() -> stage.killFunction(kind.function()));
            case TIMED_OUT -> new FaultEffect.Run(() -> LockSupport.parkNanos(SILENCE_NANOS));
        };
    }

    private static ServiceResponse refusal(CallKind kind, String quoted) {
        String type = switch (kind.service()) {
            case DYNAMODB, SCHEDULER, LAMBDA, API -> "ValidationException";
            case SQS -> "InvalidMessageContents";
            case SES -> "MessageRejected";
            case KMS -> "KMSInvalidStateException";
        };
        return error(type, "Value '" + quoted + "' failed to satisfy constraint", Service.JSON.createObjectNode());
    }

    private static ServiceResponse conditionFailed(LocalStage stage, JsonNode request) {
        return request.has("TransactItems")
                ? canceled(stage, request.path("TransactItems"))
                : error("ConditionalCheckFailedException", "The conditional request failed",
                        Service.JSON.createObjectNode().set("Item", stored(stage, request)));
    }

    private static ServiceResponse canceled(LocalStage stage, JsonNode writes) {
        ObjectNode body = Service.JSON.createObjectNode();
        ArrayNode reasons = body.putArray("CancellationReasons");
        writes.forEach(write -> reasons.addObject().put("Code", "ConditionalCheckFailed")
                .put("Message", "The conditional request failed")
                .set("Item", stored(stage, write.iterator().next())));
        return error("TransactionCanceledException", "Transaction cancelled: " + reasons, body);
    }

    /** The item that a write has left: after a put, that of the request. */
    private static JsonNode stored(LocalStage stage, JsonNode write) {
        if (write.has("Item")) {
            return write.path("Item");
        }
        ObjectNode get = Service.JSON.createObjectNode().put("TableName", write.path("TableName").asText());
        get.set("Key", write.path("Key"));
        return stage.dynamoDb("GetItem", get).path("Item");
    }

    /** In the forms of both protocols: the type is in the body and in a header. */
    private static ServiceResponse error(String type, String message, ObjectNode body) {
        return new ServiceResponse(BAD_REQUEST, body.put("__type", type).put("message", message).toString(), type);
    }
}
