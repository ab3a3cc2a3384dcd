package clinic.appointments.local.gateway;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SendersTest {

    private static final String SENT = "{\"MessageId\":\"m\"}";
    private static final String RECEIVED = "{\"Messages\":[{\"MessageId\":\"m\","
            + "\"Attributes\":{\"SenderId\":\"127.0.0.1\"}}]}";

    private final Senders senders = new Senders();
    private final Caller caller = new Caller.Operator();

    @Test
    void namesTheSenderOfAMessageThatIsReceivedBeforeItsSendHasReturned() throws Exception {
        CountDownLatch visible = new CountDownLatch(1);
        CountDownLatch received = new CountDownLatch(1);
        FutureTask<ServiceResponse> receiving = new FutureTask<>(() -> {
            visible.await();
            return senders.forward(caller, call("ReceiveMessage"), () -> {
                received.countDown();
                return new ServiceResponse(200, RECEIVED);
            });
        });
        Thread receiver = Thread.ofPlatform().start(receiving);

        senders.forward(caller, call("SendMessage"), () -> {
            visible.countDown();
            received.await();
            awaitBlockedOrDone(receiver);
            return new ServiceResponse(200, SENT);
        });

        assertThat(receiving.get().body()).contains(caller.senderId());
    }

    @Test
    void leavesARefusalAsItIs() throws Exception {
        ServiceResponse refusal = new ServiceResponse(400, "{ }", "QueueDoesNotExist");

        assertThat(List.of(senders.forward(caller, call("ReceiveMessage"), () -> refusal),
                senders.forward(caller, call("SendMessage"), () -> refusal))).containsOnly(refusal);
    }

    /** Past the latch, it waits for the send or for nothing. */
    private static void awaitBlockedOrDone(Thread receiver) {
        while (!Set.of(Thread.State.WAITING, Thread.State.TERMINATED).contains(receiver.getState())) {
            Thread.onSpinWait();
        }
    }

    private static Call call(String action) {
        return new Call(Service.SQS, action, MissingNode.getInstance(), "/", Map.of());
    }
}
