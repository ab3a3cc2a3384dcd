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
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

import static org.assertj.core.api.Assertions.assertThat;

/** What a function sends belongs to the group of the message that it comes from. */
class SqsSenderTest {

    private static final String DESK = "123456789012/front-desk";

    private final List<@Nullable String> groups = new ArrayList<>();

    @Test
    void inheritsTheGroupOfTheMessageAtHand() {
        GroupOfMessage group = GroupOfMessage.none();
        SqsSender sender = new SqsSender(new JointSends(new Recording()), "queue", group);
        send(sender);
        for (IncomingMessage message : List.of(message(Optional.of("bulk-import"), Map.of()),
                message(Optional.empty(), Map.of(IncomingMessage.CLIENT, DESK)),
                message(Optional.of("bulk-import"), Map.of(IncomingMessage.CLIENT, DESK)),
                message(Optional.empty(), Map.of()))) {
            group.following(message, () -> {
                send(sender);
                return message;
            });
        }

        assertThat(groups).containsExactly(null, "bulk-import", DESK, "bulk-import", null);
    }

    @Test
    void staysInTheGroupOfTheReconciliation() {
        send(new SqsSender(new JointSends(new Recording()), "queue",
                GroupOfMessage.always(MessageGroup.RECONCILIATION)));
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

    private final class Recording implements StubQueues {

        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
            assertThat(request.entries()).hasSize(1);
            groups.add(request.entries().getFirst().messageGroupId());
            return SendMessageBatchResponse.builder().successful(SendMessageBatchResultEntry.builder().id("0").build())
                    .build();
        }
    }
}
