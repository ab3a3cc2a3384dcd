package clinic.appointments.local.engine;

import java.net.URI;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import clinic.appointments.local.call.AwsCallException;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.template.Queue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.typesafe.config.ConfigFactory;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;

/**
 * ElasticMQ inside this program, on the local clock. Unlike AWS, it never drops a message after its retention period,
 * and its move task loses the trace header. A delay counts from real time: when the clock is further ahead than the
 * delay is long, a delayed message is visible at once.
 */
public final class QueueEngine implements AutoCloseable {

    private static final String ACCESS_KEY = "local";
    private static final String SETTINGS = """
            pekko { daemonic = on, jvm-shutdown-hooks = off, loglevel = OFF, stdout-loglevel = OFF
              coordinated-shutdown.run-by-jvm-shutdown-hook = off
              http.server.idle-timeout = infinite
              actor.default-dispatcher.fork-join-executor { parallelism-min = 2, parallelism-max = 4 } }
            """;

    private final ActorSystem actors;
    private final SQSRestServer server;
    private final URI address;
    private final AwsCalls calls;

    private QueueEngine(ActorSystem actors, SQSRestServer server, String region) {
        this.actors = actors;
        this.server = server;
        this.address = URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
        this.calls = new AwsCalls(address, region);
    }

    /** Starts the engine on a free port of this machine's loopback address. */
    public static QueueEngine start(InstantSource clock, QueueLedger ledger, String account, String region) {
        ActorSystem actors = ActorSystem.create("queues",
                ConfigFactory.parseString(SETTINGS).withFallback(ConfigFactory.load()));
        ActorRef events = actors.actorOf(Props.create(QueueEvents.class, () -> new QueueEvents(ledger)));
        ActorRef queues = actors.actorOf(Props.create(QueueManagerActor.class, () -> new QueueManagerActor(
                new OnLocalClock(clock), StrictSQSLimits$.MODULE$, Option.apply(events))));
        SQSRestServer server = SQSRestServerBuilder.withActorSystem(actors).withQueueManagerActor(queues)
                .withInterface("127.0.0.1").withDynamicPort().withAWSAccountId(account).withAWSRegion(region).start();
        return new QueueEngine(actors, server, region);
    }

    public URI address() {
        return address;
    }

    /** Creates the queues, each after its dead-letter queue. */
    public void create(List<Queue> queues) {
        List<Queue> waiting = new ArrayList<>(queues);
        Set<String> created = new HashSet<>();
        while (!waiting.isEmpty()) {
            List<Queue> next = waiting.stream().filter(queue -> queue.redrive()
                    .map(redrive -> created.contains(redrive.deadLetterArn())).orElse(true)).toList();
            if (next.isEmpty()) {
                throw new EngineException(
                        "The dead-letter queue of queue " + waiting.getFirst().id() + " is not part of the stage.");
            }
            next.forEach(this::create);
            next.forEach(queue -> created.add(queue.arn()));
            waiting.removeAll(next);
        }
    }

    @Override
    public void close() {
        server.stopAndWait();
        actors.terminate();
        try {
            actors.getWhenTerminated().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new EngineException("The queue engine did not stop.", e);
        }
    }

    private void create(Queue queue) {
        ObjectNode request = AwsCalls.body().put("QueueName", queue.name());
        ObjectNode attributes = request.putObject("Attributes");
        attributes.put("VisibilityTimeout", String.valueOf(queue.visibilityTimeout().toSeconds()));
        attributes.put("DelaySeconds", String.valueOf(queue.delay().toSeconds()));
        attributes.put("MessageRetentionPeriod", String.valueOf(queue.retention().toSeconds()));
        queue.redrive().ifPresent(redrive -> attributes.put("RedrivePolicy", policy(redrive)));
        try {
            calls.sqs(ACCESS_KEY, "CreateQueue", request);
        } catch (AwsCallException e) {
            throw new EngineException("Queue " + queue.id() + " could not be created: " + e.getMessage(), e);
        }
    }

    private static String policy(Queue.Redrive redrive) {
        return AwsCalls.body().put("deadLetterTargetArn", redrive.deadLetterArn())
                .put("maxReceiveCount", redrive.maxReceiveCount()).toString();
    }

    /** ElasticMQ's clock. */
    private static final class OnLocalClock extends NowProvider {

        private final InstantSource clock;

        private OnLocalClock(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public long nowMillis() {
            return clock.millis();
        }

        @Override
        public OffsetDateTime now() {
            return clock.instant().atOffset(ZoneOffset.UTC);
        }
    }
}
