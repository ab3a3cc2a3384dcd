package clinic.appointments.infrastructure.patterns;

import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.constructs.Construct;

/**
 * A function that consumes a queue and reports the messages of a batch that failed; the others are done. It may put a
 * message back sooner, and park a malformed one in the dead-letter queue.
 */
public final class QueueProcessor extends ServiceFunction {

    private static final int BATCH_SIZE = 10;

    public QueueProcessor(Construct scope, String id, ServiceFunctionProps props) {
        super(scope, id, props);
    }

    /** Feeds the function from the queue, with the permissions and variables for that. */
    public void consume(WorkQueue queue, QueueSourceProps props) {
        queue.grantConsumeMessages(this, props.queueUrlVariable());
        queue.grantSendDeadLetters(this, props.deadLetterUrlVariable());
        var source = EventSourceMapping.Builder.create(this, "Source").target(alias())
                .eventSourceArn(queue.queue().getQueueArn()).batchSize(BATCH_SIZE).reportBatchItemFailures(true)
                .maxConcurrency(props.maxConcurrency()).build();
        applyPermissionsBefore(source);
        // The CDK would take the alias's ARN apart and put it together again.
        ((CfnEventSourceMapping) source.getNode().getDefaultChild()).setFunctionName(alias().getFunctionArn());
    }
}
