package clinic.appointments.local.engine;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.apache.pekko.actor.AbstractActor;
import org.elasticmq.StringMessageAttribute;
import org.elasticmq.TracingId;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/**
 * Records the events of ElasticMQ's messages in the ledger and in their trails; the engine answers its caller after the
 * reply of this actor.
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
        Instant visibleFrom = Instant.ofEpochMilli(message.nextDelivery());
        ledger.put(queue, message.id(), visibleFrom);
        ledger.trails().put(new MessageTrails.Reported(queue, message.id(), message.content().value(),
                attributes(message), OptionConverters.toJava(message.tracingId()).map(TracingId::id),
                message.receiveCount(), OptionConverters.toJava(message.deliveryReceipts().lastOption()),
                visibleFrom));
        reply();
    }

    private void remove(String queue, String message) {
        ledger.remove(queue, message);
        ledger.trails().remove(queue, message);
        reply();
    }

    private static Map<String, String> attributes(InternalMessage message) {
        Map<String, String> values = new TreeMap<>();
        CollectionConverters.asJava(message.messageAttributes()).forEach((name, attribute) -> {
            if (attribute instanceof StringMessageAttribute text) {
                values.put(name, text.stringValue());
            }
        });
        return values;
    }

    private void reply() {
        getSender().tell(OperationSuccessful$.MODULE$, getSelf());
    }
}
