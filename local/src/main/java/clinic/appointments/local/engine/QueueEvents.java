package clinic.appointments.local.engine;

import java.time.Instant;

import org.apache.pekko.actor.AbstractActor;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;

/**
 * Records the events of ElasticMQ's messages in the ledger; the engine answers its caller after the reply of this
 * actor.
 */
final class QueueEvents extends AbstractActor {

    private final QueueLedger ledger;

    QueueEvents(QueueLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder().match(QueueEvent.MessageAdded.class, event -> put(event.queueName(), event.message()))
                .match(QueueEvent.MessageUpdated.class, event -> put(event.queueName(), event.message()))
                .match(QueueEvent.MessageRemoved.class, event -> remove(event.queueName(), event.messageId()))
                .matchAny(_ -> reply()).build();
    }

    private void put(String queue, InternalMessage message) {
        ledger.put(queue, message.id(), Instant.ofEpochMilli(message.nextDelivery()));
        reply();
    }

    private void remove(String queue, String message) {
        ledger.remove(queue, message);
        reply();
    }

    private void reply() {
        getSender().tell(OperationSuccessful$.MODULE$, getSelf());
    }
}
