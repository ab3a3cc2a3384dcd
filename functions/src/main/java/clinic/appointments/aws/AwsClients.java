package clinic.appointments.aws;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The SDK's clients, with timeouts well within a function's own. Region, credentials and endpoint come from the
 * environment.
 *
 * @param http makes HTTP clients that share no connections
 */
public record AwsClients(Supplier<SdkHttpClient> http) {

    private static final Duration ATTEMPT = Duration.ofSeconds(4);
    private static final Duration CALL = Duration.ofSeconds(12);

    /** Clients that call AWS. */
    public static AwsClients overTheNetwork() {
        return new AwsClients(AwsClients::urlConnections);
    }

    public DynamoDbClient dynamoDb() {
        return bounded(DynamoDbClient.builder(), http.get(), AwsRetryStrategy.standardRetryStrategy()).build();
    }

    public SqsClient sqs() {
        return bounded(SqsClient.builder(), http.get(), AwsRetryStrategy.standardRetryStrategy()).build();
    }

    public SchedulerClient scheduler() {
        return bounded(SchedulerClient.builder(), http.get(), AwsRetryStrategy.standardRetryStrategy()).build();
    }

    /** The SES client, which never retries by itself: SES has no token that would make a repeated send harmless. */
    public SesV2Client ses(InstantSource clock) {
        return bounded(SesV2Client.builder(), new FreshConnections(http, clock),
                AwsRetryStrategy.doNotRetry()).build();
    }

    public KmsClient kms() {
        return bounded(KmsClient.builder(), http.get(), AwsRetryStrategy.standardRetryStrategy()).build();
    }

    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B bounded(
            B builder, SdkHttpClient http, RetryStrategy retries) {
        return builder.httpClient(http)
                .overrideConfiguration(ClientOverrideConfiguration.builder().retryStrategy(retries)
                        .apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL).build());
    }

    private static SdkHttpClient urlConnections() {
        return UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(2)).socketTimeout(ATTEMPT)
                .build();
    }
}
