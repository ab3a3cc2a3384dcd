package clinic.appointments.local.template;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A DynamoDB table.
 *
 * @param id logical id without the hash of the CDK
 * @param name physical name on this machine
 * @param createRequest body of the CreateTable call
 * @param timeToLiveAttribute attribute for time to live, if it is enabled
 * @param keyArn ARN of the customer-managed key that encrypts it
 */
public record Table(String id, String name, String arn, JsonNode createRequest, Optional<String> timeToLiveAttribute,
        Optional<String> keyArn) {

    /** Name of its partition key. */
    public String keyName() {
        return createRequest.path("KeySchema").path(0).path("AttributeName").asText();
    }
}
