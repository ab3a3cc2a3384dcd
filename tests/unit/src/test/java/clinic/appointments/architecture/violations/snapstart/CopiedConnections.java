package clinic.appointments.architecture.violations.snapstart;

import software.amazon.awssdk.services.sqs.SqsClient;

/** A connection that is closed when the snapshot is restored. */
public final class CopiedConnections {

    private final int queues;

    public CopiedConnections(SqsClient client) {
        queues = client.listQueues().queueUrls().size();
    }

    int queues() {
        return queues;
    }
}
