package clinic.appointments.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.message.Correlation;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.MessageGroup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** What a function sends belongs to the group of the message that it comes from. */
class SqsSenderTest {

    private static final String DESK = "123456789012/front-desk";

    private final List<@Nullable String> groups = new ArrayList<>();

    @Test
    void inheritsTheGroupOfTheMessageAtHand() {
        GroupOfMessage group = GroupOfMessage.none();
        SqsSender sender = new SqsSender(new Recording(), "queue", group);
        send(sender);
        for (IncomingMessage message : List.of(message(Optional.of("bulk-import"), Map.of()),
                message(Optional.empty(), Map.of(IncomingMessage.CLIENT, DESK)),
                message(Optional.of("bulk-import"), Map.of(IncomingMessage.CLIENT, DESK)),
                message(Optional.empty(), Map.of()))) {
            group.follow(message);
            send(sender);
        }

        assertThat(groups).containsExactly(null, "bulk-import", DESK, "bulk-import", null);
    }

    @Test
    void staysInTheGroupOfTheReconciliation() {
        send(new SqsSender(new Recording(), "queue", GroupOfMessage.always(MessageGroup.RECONCILIATION)));
        assertThat(groups).containsExactly("reconciliation");
    }

    private static void send(SqsSender sender) {
        sender.send("{}", new Correlation("c", Optional.empty()));
    }

    private static IncomingMessage message(Optional<String> group, Map<String, String> attributes) {
        return new IncomingMessage("m", "{}", attributes,
                new IncomingMessage.Delivery("handle", 1, Optional.empty(), group.map(MessageGroup::new),
                        Optional.empty()));
    }

    private final class Recording implements SqsClient {

        @Override
        public SendMessageResponse sendMessage(SendMessageRequest request) {
            groups.add(request.messageGroupId());
            return SendMessageResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
