package clinic.appointments.local.gateway;

import java.util.List;
import java.util.stream.StreamSupport;

import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.template.Queue;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls that return queue URLs return those of the gateway. */
@ExtendWith(StageExtension.class)
class QueueAddressesTest {

    private final LocalStage stage;
    private final AwsCalls calls;

    QueueAddressesTest(LocalStage stage) {
        this.stage = stage;
        calls = new AwsCalls(stage.gateway().address(), stage.deployment().region());
    }

    @Test
    void areTheGatewaysInAList() {
        List<String> urls = stage.deployment().queues().stream().map(Queue::url).toList();

        assertThat(StreamSupport.stream(ask("ListQueues", "QueueNamePrefix", "").path("QueueUrls").spliterator(), false)
                .map(JsonNode::asText)).containsExactlyInAnyOrderElementsOf(urls)
                .allMatch(url -> url.startsWith(stage.gateway().address() + "/"));
    }

    @Test
    void areTheGatewaysByName() {
        assertThat(stage.deployment().queues()).isNotEmpty().allSatisfy(
                queue -> assertThat(ask("GetQueueUrl", "QueueName", queue.name()).path("QueueUrl").asText())
                        .isEqualTo(queue.url()));
    }

    private JsonNode ask(String action, String field, String value) {
        return calls.sqs(stage.gateway().keys().operator(), action, AwsCalls.body().put(field, value));
    }
}
