package clinic.appointments.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import clinic.appointments.contract.IdempotencyTable;
import clinic.appointments.contract.PatientsTable;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.http.LoopbackServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;

/**
 * Answers the calls of the request function for bookings as AWS does, each after the same delay: every patient is
 * registered, no appointment exists, and every slot is free. It uses next to no CPU time, unlike the engines of a local
 * stage.
 */
final class SlowAws implements AutoCloseable {

    private static final String INSTANT = "2026-01-01T00:00:00Z";

    private final LoopbackServer server;
    private final Duration delay;
    private final AtomicInteger calls = new AtomicInteger();
    private final Set<Integer> connections = ConcurrentHashMap.newKeySet();

    private SlowAws(LoopbackServer server, Duration delay) {
        this.server = server;
        this.delay = delay;
    }

    static SlowAws start(Duration delay) throws IOException {
        SlowAws aws = new SlowAws(LoopbackServer.bind(0, "slow-aws"), delay);
        aws.server.start("/", aws::handle);
        return aws;
    }

    URI address() {
        return server.address();
    }

    int calls() {
        return calls.get();
    }

    /** Number of connections so far. */
    int connections() {
        return connections.size();
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException, InterruptedException {
        calls.incrementAndGet();
        connections.add(exchange.getRemoteAddress().getPort());
        JsonNode request = AwsCalls.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] answer = answer(exchange.getRequestHeaders().getFirst("X-Amz-Target"), request).toString()
                .getBytes(StandardCharsets.UTF_8);
        Thread.sleep(delay);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        LoopbackServer.respond(exchange, 200, answer);
    }

    private static ObjectNode answer(String target, JsonNode request) {
        return switch (target.substring(target.indexOf('.') + 1)) {
            case "UpdateItem" -> AwsCalls.body().set("Attributes", begun(request));
            case "BatchGetItem" -> AwsCalls.body().set("Responses", read(request.path("RequestItems")));
            case "TransactWriteItems" -> AwsCalls.body();
            case "SendMessageBatch" -> sent(request.path("Entries"));
            case "GenerateMac" ->
                AwsCalls.body().put("Mac", Base64.getEncoder().encodeToString(new byte[32]));
            default -> throw new IllegalArgumentException("A booking does not call " + target + ".");
        };
    }

    /** The record of an attempt, as its update has written it; an update that asks for nothing ignores it. */
    private static ObjectNode begun(JsonNode request) {
        JsonNode values = request.path("ExpressionAttributeValues");
        ObjectNode item = AwsCalls.body();
        item.set(IdempotencyTable.KEY, request.path("Key").path(IdempotencyTable.KEY));
        item.set(IdempotencyTable.TTL, values.path(":expiration"));
        item.set("status", values.path(":inProgress"));
        item.set("attempt", values.path(":attempt"));
        if (values.has(":until")) {
            item.set("in_progress_expiration", values.path(":until"));
            item.set("validation", values.path(":validation"));
            item.set("since", values.path(":nowMillis"));
        }
        return item;
    }

    private static ObjectNode read(JsonNode tables) {
        ObjectNode found = AwsCalls.body();
        tables.propertyStream().flatMap(table -> table.getValue().path("Keys").valueStream())
                .filter(key -> key.has(PatientsTable.KEY)).forEach(key -> found
                        .putArray(RequestFunction.PATIENTS).add(patient((ObjectNode) key)));
        return found;
    }

    private static ObjectNode patient(ObjectNode key) {
        ObjectNode item = key.deepCopy();
        item.putObject("version").put("N", "1");
        item.putObject("firstName").put("S", "Ada");
        item.putObject("lastName").put("S", "Sample");
        item.putObject("reminderPreference").put("S", "EMAIL");
        item.putObject("registeredBy").put("S", "register");
        item.putObject("sentAt").put("S", INSTANT);
        item.putObject("updatedAt").put("S", INSTANT);
        return item;
    }

    private static ObjectNode sent(JsonNode entries) {
        ObjectNode answer = AwsCalls.body();
        answer.putArray("Failed");
        answer.putArray("Successful").addAll(entries.valueStream().map(entry -> AwsCalls.body()
                .put("Id", entry.path("Id").asText()).put("MessageId", "m-" + entry.path("Id").asText())
                .put("MD5OfMessageBody", md5(entry.path("MessageBody").asText().getBytes(StandardCharsets.UTF_8)))
                .put("MD5OfMessageAttributes", md5(canonical(entry.path("MessageAttributes"))))).toList());
        return answer;
    }

    /**
     * Attributes of type String as SQS hashes them (Amazon SQS Developer Guide, "Calculating the MD5 message digest for
     * message attributes").
     */
    private static byte[] canonical(JsonNode attributes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        attributes.propertyStream().sorted(Map.Entry.comparingByKey()).forEach(attribute -> {
            write(attribute.getKey(), bytes);
            write(attribute.getValue().path("DataType").asText(), bytes);
            bytes.write(1);
            write(attribute.getValue().path("StringValue").asText(), bytes);
        });
        return bytes.toByteArray();
    }

    private static void write(String text, ByteArrayOutputStream bytes) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(encoded.length).array());
        bytes.writeBytes(encoded);
    }

    /** The SDK compares hashes with those of what it has sent. */
    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has MD5", impossible);
        }
    }
}
