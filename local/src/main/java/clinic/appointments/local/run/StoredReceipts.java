package clinic.appointments.local.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import clinic.appointments.contract.IdempotencyTable;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.model.ClientId;
import clinic.appointments.model.RequestId;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The receipts of a stage as they are stored, read without a trace.
 *
 * @param items by their keys
 */
record StoredReceipts(Map<String, JsonNode> items) {

    private static final String KEY_PREFIX = "request#";

    static StoredReceipts of(LocalStage stage) {
        return new StoredReceipts(StoredItems.of(stage, IdempotencyTable.ID).stream()
                .collect(Collectors.toMap(item -> StoredItems.text(item, IdempotencyTable.KEY), item -> item)));
    }

    /** The receipt of a message in the notation of the events folder; empty if it has no outcome. */
    Optional<String> outcome(SentMessage message) {
        return ClientId.find(message.client()).map(client -> new RequestId(message.requestId(), client))
                .map(request -> items.get(key(request))).map(item -> StoredItems.text(item, "data"))
                .filter(data -> !data.isEmpty()).map(AwsCalls::read).map(StoredReceipts::written);
    }

    private static String written(JsonNode data) {
        String state = data.path("state").asText();
        return data.has("reason") ? state + ":" + data.path("reason").asText() : state;
    }

    /** The key under which the receipt of a request is stored. */
    static String key(RequestId request) {
        try {
            return KEY_PREFIX + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(request.written().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
