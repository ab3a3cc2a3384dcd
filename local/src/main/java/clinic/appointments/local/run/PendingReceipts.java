package clinic.appointments.local.run;

import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import clinic.appointments.contract.IdempotencyTable;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.model.ClientId;
import clinic.appointments.model.RequestId;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The receipts without an outcome, and the messages that are to bring one.
 *
 * @param receipts all items of the table
 * @param messages all messages that are or were in a queue
 */
record PendingReceipts(List<JsonNode> receipts, List<MessageTrail> messages) {

    /** The requests whose message is in no queue any more. */
    List<String> lost() {
        Set<String> underWay = new HashSet<>(messages.stream().filter(MessageTrail::isPresent)
                .flatMap(PendingReceipts::requests).map(StoredReceipts::key).toList());
        return receipts.stream().filter(item -> StoredItems.text(item, "status").equals("INPROGRESS"))
                .map(item -> StoredItems.text(item, IdempotencyTable.KEY)).filter(key -> !underWay.contains(key))
                .map(this::name).toList();
    }

    /** The request's id, which its key does not tell, from the message that brought it. */
    private String name(String key) {
        return messages.stream().flatMap(PendingReceipts::requests)
                .filter(request -> StoredReceipts.key(request).equals(key))
                .findFirst().map(RequestId::written).orElse(key);
    }

    /** The requests that a message may be: its id is in an attribute, in the body, or that of the message. */
    private static Stream<RequestId> requests(MessageTrail message) {
        return Stream.of(Optional.ofNullable(message.attributes().get("requestId")), ofBody(message),
                Optional.of(message.messageId())).flatMap(Optional::stream).filter(RequestId::isWellFormed)
                .flatMap(id -> clients(message).map(client -> new RequestId(id, client)));
    }

    private static Stream<ClientId> clients(MessageTrail message) {
        return Stream.concat(Optional.ofNullable(message.attributes().get("client")).flatMap(ClientId::find).stream(),
                Stream.of(ClientId.OF_REQUEST_QUEUE, ClientId.OF_CONFIRMATION_QUEUE));
    }

    private static Optional<String> ofBody(MessageTrail message) {
        try {
            return Optional.of(AwsCalls.read(message.body()).path("requestId").asText(""));
        } catch (UncheckedIOException _) {
            return Optional.empty();
        }
    }
}
