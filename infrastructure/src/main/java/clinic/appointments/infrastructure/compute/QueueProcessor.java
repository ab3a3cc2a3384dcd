package clinic.appointments.infrastructure.compute;

import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.sqs.IQueue;

/**
 * A function that a queue feeds, message by message answered for: it reports the messages that failed, and the rest of
 * the batch is done.
 *
 * @param maximumConcurrency how many invocations the queue may cause at once
 */
public record QueueProcessor(ServiceFunction function, int maximumConcurrency) {

    private static final int BATCH = 10;

    /** Connects the queue; whoever calls this has granted the function what polling takes. */
    public void isFedBy(IQueue queue) {
        var source = EventSourceMapping.Builder.create(function.function(), "Source").target(function.live())
                .eventSourceArn(queue.getQueueArn()).batchSize(BATCH).reportBatchItemFailures(true)
                .maxConcurrency(maximumConcurrency).build();
        namesTheAliasByArn(source);
    }

    /** The CDK would take the alias's ARN apart and put it together again. */
    private void namesTheAliasByArn(EventSourceMapping source) {
        ((CfnEventSourceMapping) source.getNode().getDefaultChild()).setFunctionName(function.live().getFunctionArn());
    }
}
