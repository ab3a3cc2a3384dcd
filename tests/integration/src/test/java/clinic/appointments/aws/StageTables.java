package clinic.appointments.aws;

import java.net.URI;

import clinic.appointments.local.stage.LocalStage;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The booted stage's tables, for the adapters under test. */
record StageTables(LocalStage stage) {

    DynamoDbClient client() {
        URI gateway = stage.gateway().address();
        return DynamoDbClient.builder().endpointOverride(gateway).region(Region.of(stage.deployment().region()))
                .credentialsProvider(StaticCredentialsProvider
                        .create(AwsBasicCredentials.create(stage.gateway().keys().operator(), "secret")))
                .httpClient(UrlConnectionHttpClient.create()).build();
    }

    String name(String id) {
        return stage.deployment().table(id).name();
    }
}
