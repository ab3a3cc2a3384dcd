package clinic.appointments.local.template;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A DynamoDB table.
 *
 * @param id construct id, such as {@code AppointmentsTable}
 * @param name physical name on this machine
 * @param createRequest body of the CreateTable call that makes it
 * @param timeToLiveAttribute attribute that time to live reads, when it is on
 * @param keyArn customer-managed key that encrypts it
 */
public record Table(String id, String name, String arn, JsonNode createRequest, Optional<String> timeToLiveAttribute,
        Optional<String> keyArn) {
}
