package clinic.appointments.architecture.violations.wire;

import software.amazon.awssdk.services.sqs.SqsClient;

/** A codec that knows AWS. */
record AwsCodec(SqsClient client) {
}
