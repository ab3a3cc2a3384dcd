package clinic.appointments.architecture.violations.port;

import software.amazon.awssdk.services.sqs.SqsClient;

/** A port that speaks of AWS. */
public interface AwsPort {

    SqsClient client();
}
