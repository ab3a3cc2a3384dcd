package clinic.appointments.local.gateway;

import java.util.function.Predicate;

/** The AWS services behind the gateway. */
public enum Service {

    DYNAMODB("dynamodb"),
    SQS("sqs"),
    SCHEDULER("scheduler"),
    SES("ses"),
    KMS("kms"),
    LAMBDA("lambda"),
    API("execute-api");

    private final String prefix;

    Service(String prefix) {
        this.prefix = prefix;
    }

    /** The prefix of the service's IAM actions, ARNs and host name. */
    public String prefix() {
        return prefix;
    }

    /** The service's response to a call that the gateway denies. */
    ServiceResponse refusal(Refusal refusal) {
        return switch (this) {
            case DYNAMODB -> refusal.asJsonProtocol("com.amazon.coral.service#", 400);
            case SQS -> refusal.asJsonProtocol("com.amazonaws.sqs#", 400);
            case SCHEDULER, SES, LAMBDA, API -> refusal.asRest(403);
            case KMS -> refusal.asJsonProtocol("", 400);
        };
    }

    /** An error of the service itself. */
    ServiceResponse answer(Refusal refusal) {
        return switch (this) {
            case DYNAMODB -> refusal.asJsonProtocol("com.amazonaws.dynamodb.v20120810#", 400);
            case SQS -> refusal.asJsonProtocol("com.amazonaws.sqs#", 400);
            case SCHEDULER, SES, LAMBDA, API -> refusal.asRest(400);
            case KMS -> refusal.asJsonProtocol("", 400);
        };
    }

    /** The service's response when it throttles. */
    ServiceResponse throttled() {
        return switch (this) {
            case DYNAMODB -> new Refusal("ProvisionedThroughputExceededException", "Injected throttling")
                    .asJsonProtocol("com.amazonaws.dynamodb.v20120810#", 400);
            case SQS ->
                new Refusal("RequestThrottled", "Injected throttling").asJsonProtocol("com.amazonaws.sqs#", 403);
            case SCHEDULER -> new Refusal("ThrottlingException", "Injected throttling").asRest(429);
            case SES, LAMBDA, API -> new Refusal("TooManyRequestsException", "Injected throttling").asRest(429);
            case KMS -> new Refusal("ThrottlingException", "Injected throttling").asJsonProtocol("", 400);
        };
    }

    /** The service's response when it fails. */
    ServiceResponse broken() {
        return switch (this) {
            case DYNAMODB -> new Refusal("InternalServerError", "Injected failure")
                    .asJsonProtocol("com.amazonaws.dynamodb.v20120810#", 500);
            case SQS -> new Refusal("InternalFailure", "Injected failure").asJsonProtocol("com.amazonaws.sqs#", 500);
            case SCHEDULER, SES, LAMBDA, API -> new Refusal("InternalServerException", "Injected failure").asRest(500);
            case KMS -> new Refusal("KMSInternalException", "Injected failure").asJsonProtocol("", 500);
        };
    }

    /** Whether an action only reads. */
    Predicate<String> reads() {
        return action -> action.startsWith("Get") || action.startsWith("BatchGet") || action.startsWith("TransactGet")
                || action.equals("Query") || action.equals("Scan");
    }
}
