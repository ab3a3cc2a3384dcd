package clinic.appointments.local.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.template.Function;
import com.fasterxml.jackson.databind.JsonNode;

/** The stretches of time of a story: how long messages waited and were worked on, and what its traces contain. */
record Spans(StageReading reading, Set<String> traces, Set<String> ids) {

    private static final int MAX = 150;

    List<Span> of(List<MessageTrail> messages) {
        return Stream.concat(messages.stream().flatMap(this::ofMessage), ofTraces())
                .sorted(Comparator.comparing(Span::start)).limit(MAX).toList();
    }

    private Stream<Span> ofMessage(MessageTrail message) {
        List<Span> spans = new ArrayList<>();
        String queue = reading.queueId(message);
        Instant end = message.removedAt().orElseGet(reading::now);
        Instant waitsFrom = message.sentAt();
        for (int attempt = 1; attempt <= message.receivedAt().size(); attempt++) {
            Instant received = message.receivedAt().get(attempt - 1);
            boolean last = attempt == message.receivedAt().size();
            Instant until = last ? end : message.receivedAt().get(attempt);
            spans.add(new Span("waits in " + queue, 0, "wait", waitsFrom, received));
            spans.add(new Span(queue + ", attempt " + attempt, 0, last && !message.isPresent() ? "work" : "failed",
                    received, until));
            waitsFrom = until;
        }
        if (message.receivedAt().isEmpty()) {
            spans.add(new Span("waits in " + queue, 0, "wait", waitsFrom, end));
        }
        return spans.stream();
    }

    private Stream<Span> ofTraces() {
        return reading.segments().stream().filter(segment -> traces.contains(segment.path("trace_id").asText()))
                .flatMap(segment -> segment.has("resource_arn") ? Stream.of(invocation(segment)) : message(segment));
    }

    private Span invocation(JsonNode segment) {
        String arn = segment.path("resource_arn").asText();
        String function = reading.deployment().functions().stream().filter(each -> each.arn().equals(arn))
                .map(Function::id).findFirst().orElse(arn);
        return span(segment, function, 1, segment.path("fault").asBoolean() ? "failed" : "invocation");
    }

    /** The subsegments of other messages of the batch belong to other stories. */
    private Stream<Span> message(JsonNode segment) {
        String correlation = segment.path("annotations").path("correlationId").asText("");
        if (!correlation.isEmpty() && !ids.contains(correlation)) {
            return Stream.empty();
        }
        return Stream.concat(Stream.of(span(segment, segment.path("name").asText().replace("## ", ""), 2, "message")),
                segment.path("subsegments").valueStream().map(call -> span(call, name(call), 3, "call")));
    }

    private static String name(JsonNode call) {
        JsonNode aws = call.path("aws");
        String target = aws.path("table_name").asText(aws.path("queue_url").asText(""));
        return (call.path("name").asText() + " " + aws.path("operation").asText() + " "
                + target.substring(target.lastIndexOf('/') + 1)).strip();
    }

    private Span span(JsonNode segment, String label, int depth, String kind) {
        return new Span(label, depth, kind, at(segment, "start_time"), at(segment, "end_time"));
    }

    private Instant at(JsonNode segment, String time) {
        BigDecimal seconds = segment.path(time).decimalValue();
        return reading.at(Instant.ofEpochMilli(seconds.movePointRight(3).longValue()));
    }
}
