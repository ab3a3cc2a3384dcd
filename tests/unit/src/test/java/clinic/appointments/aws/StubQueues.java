package clinic.appointments.aws;

import software.amazon.awssdk.services.sqs.SqsClient;

/** Queues that answer from memory. */
interface StubQueues extends SqsClient {

    @Override
    default String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    default void close() {
        // Nothing is open.
    }
}
