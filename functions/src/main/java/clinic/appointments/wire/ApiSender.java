package clinic.appointments.wire;

import java.util.Optional;

import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.ClientId;

/**
 * The API as a sender of messages: it alone is believed when a message names the client that signed a request. SQS
 * reports the sender of a message as the id of its role, followed by a session (Amazon SQS API Reference,
 * ReceiveMessage, SenderId).
 *
 * @param roleId unique id of the role with which the API sends
 */
public record ApiSender(String roleId) {

    /** The client that signed the request at the API; empty when somebody else has sent the message. */
    Optional<ClientId> signerOf(IncomingMessage message) {
        return message.delivery().senderId().filter(sender -> sender.startsWith(roleId + ":"))
                .flatMap(_ -> message.attribute(IncomingMessage.CLIENT)).flatMap(ClientId::find);
    }
}
