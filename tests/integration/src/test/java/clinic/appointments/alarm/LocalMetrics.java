package clinic.appointments.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import clinic.appointments.alarm.Measurements.Metric;
import clinic.appointments.flow.LogLines;
import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.gateway.RecordedCall;
import clinic.appointments.local.gateway.Service;
import clinic.appointments.local.gateway.TimedCall;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.template.Queue;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What CloudWatch would have measured of a stage since a time on its clock: what functions publish, and what AWS
 * publishes of its services, here from the messages, invocations, calls and answers of the local run. Nothing here
 * throttles an invocation, so {@code Throttles} and {@code ConcurrentExecutions} of AWS/Lambda are not among it, nor
 * are the pages that SNS gives up.
 */
final class LocalMetrics {

    /** Received as often as that, a message no longer counts (SQS: "Available CloudWatch metrics for Amazon SQS"). */
    private static final int RECEIVES_OF_A_POISON_PILL = 3;
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    private final LocalStage stage;
    private final Instant since;
    private final Predicate<RecordedCall> throttled;
    private final Measurements measured = new Measurements();

    /**
     * @param throttled calls that DynamoDB throttles if it refuses them; the record of calls has no reason of a refusal
     */
    LocalMetrics(LocalStage stage, Instant since, Predicate<RecordedCall> throttled) {
        this.stage = stage;
        this.since = since;
        this.throttled = throttled;
    }

    /** Looks at every queue, as SQS does each minute; what was there before is not counted. */
    void lookAtQueues(Instant at) {
        stage.deployment().queues().forEach(queue -> lookAt(queue, at));
    }

    private void lookAt(Queue queue, Instant at) {
        Map<String, String> dimensions = Map.of("QueueName", queue.name());
        List<MessageTrail> present = stage.messages().matching(message -> message.queue().equals(queue.name())
                && message.isPresent() && !message.sentAt().isBefore(since));
        measured.add(new Metric("AWS/SQS", "ApproximateNumberOfMessagesVisible", dimensions), at,
                (double) present.stream().filter(message -> !message.visibleFrom().isAfter(at)).count());
        present.stream().filter(message -> message.receivedAt().size() < RECEIVES_OF_A_POISON_PILL)
                .map(message -> (double) Duration.between(message.sentAt(), at).toSeconds()).max(Double::compareTo)
                .ifPresent(age -> measured.add(new Metric("AWS/SQS", "ApproximateAgeOfOldestMessage", dimensions), at,
                        age));
    }

    /** Counts an answer of the API (API Gateway: "Amazon API Gateway dimensions and metrics"). */
    void answered(Instant at, int status, Duration latency) {
        Map<String, String> api = Map.of("ApiName", "dev-appointments");
        measured.add(new Metric("AWS/ApiGateway", "Count", api), at, 1);
        measured.add(new Metric("AWS/ApiGateway", "5XXError", api), at, status >= SERVER_ERROR ? 1 : 0);
        measured.add(new Metric("AWS/ApiGateway", "Latency", api), at, (double) latency.toMillis());
    }

    /** Everything so far; call it once. */
    Measurements all() {
        LogLines.in(stage.logDirectory()).filter(line -> line.has("_aws")).forEach(this::addPublished);
        stage.traces().stream().filter(LocalMetrics::isOfAnInvocation).forEach(this::addInvocation);
        stage.gateway().calls().timedCalls(call -> call.service() == Service.DYNAMODB
                && call.status() >= BAD_REQUEST).forEach(this::addFailedCall);
        return measured;
    }

    /** CloudWatch: "Embedded metric format specification"; Powertools stamps them with real time. */
    private void addPublished(JsonNode line) {
        Instant at = stage.clock().at(Instant.ofEpochMilli(line.at("/_aws/Timestamp").asLong()));
        if (!at.isBefore(since)) {
            line.at("/_aws/CloudWatchMetrics").forEach(directive -> directive.path("Dimensions").forEach(
                    dimensions -> directive.path("Metrics").forEach(metric -> values(line, metric).forEach(
                            value -> measured.add(new Metric(directive.path("Namespace").asText(),
                                    metric.path("Name").asText(), texts(line, dimensions)), at, value)))));
        }
    }

    private static Stream<Double> values(JsonNode line, JsonNode metric) {
        JsonNode value = line.path(metric.path("Name").asText());
        return value.isArray() ? value.valueStream().map(JsonNode::asDouble) : Stream.of(value.asDouble());
    }

    private static Map<String, String> texts(JsonNode line, JsonNode names) {
        Map<String, String> texts = new TreeMap<>();
        names.forEach(name -> texts.put(name.asText(), line.path(name.asText()).asText()));
        return texts;
    }

    private static boolean isOfAnInvocation(JsonNode segment) {
        return segment.path("origin").asText().equals("AWS::Lambda::Function") && segment.has("fault");
    }

    /** Lambda: "Types of metrics for Lambda functions". */
    private void addInvocation(JsonNode segment) {
        Instant at = local(segment.path("end_time"));
        if (!at.isBefore(since)) {
            Map<String, String> function = Map.of("FunctionName", segment.path("name").asText());
            double seconds = segment.path("end_time").asDouble() - segment.path("start_time").asDouble();
            measured.add(new Metric("AWS/Lambda", "Errors", function), at, segment.path("fault").asBoolean() ? 1 : 0);
            measured.add(new Metric("AWS/Lambda", "Duration", function), at, seconds * 1000);
        }
    }

    private Instant local(JsonNode seconds) {
        return stage.clock().at(Instant.ofEpochMilli(Math.round(seconds.asDouble() * 1000)));
    }

    /** DynamoDB: "DynamoDB metrics and dimensions". */
    private void addFailedCall(TimedCall timed) {
        RecordedCall call = timed.call();
        Instant at = stage.clock().at(timed.at());
        if (at.isBefore(since)) {
            return;
        }
        for (String arn : call.resources()) {
            Map<String, String> table = new TreeMap<>(Map.of("TableName", arn.replaceFirst(".*:table/", "")));
            if (call.status() >= SERVER_ERROR) {
                table.put("Operation", call.action());
                measured.add(new Metric("AWS/DynamoDB", "SystemErrors", table), at, 1);
            } else if (throttled.test(call)) {
                measured.add(new Metric("AWS/DynamoDB", reads(call) ? "ReadThrottleEvents" : "WriteThrottleEvents",
                        table), at, 1);
            }
        }
    }

    private static boolean reads(RecordedCall call) {
        return call.action().matches(".*Get.*|Query");
    }
}
