package clinic.appointments.local.template;

import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads a global table with one replica as the equivalent CreateTable request. */
record TableReader(TemplateResource resource, JsonNode properties, ResourceIdentity identity) {

    private static final Set<String> REPLICA = Set.of("GlobalSecondaryIndexes", "PointInTimeRecoverySpecification",
            "Region", "SSESpecification", "DeletionProtectionEnabled", "Tags");
    private static final Set<String> INDEX = Set.of("IndexName", "KeySchema", "Projection");

    Table read() {
        JsonNode replica = onlyReplica();
        return new Table(resource.id(), identity.reference(), identity.arn(), createRequest(),
                timeToLive(), text(replica.path("SSESpecification").path("KMSMasterKeyId")));
    }

    private JsonNode onlyReplica() {
        if (properties.path("Replicas").size() != 1) {
            throw resource.unsupported("a table with more than one replica");
        }
        JsonNode replica = properties.path("Replicas").path(0);
        resource.requireOnly("Replicas", replica, REPLICA);
        return replica;
    }

    private ObjectNode createRequest() {
        if (!properties.path("BillingMode").asText().equals("PAY_PER_REQUEST")) {
            throw resource.unsupported("any BillingMode but PAY_PER_REQUEST");
        }
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("TableName", identity.reference()).put("BillingMode", "PAY_PER_REQUEST");
        request.set("AttributeDefinitions", properties.path("AttributeDefinitions"));
        request.set("KeySchema", properties.path("KeySchema"));
        JsonNode indexes = properties.path("GlobalSecondaryIndexes");
        indexes.forEach(index -> resource.requireOnly("GlobalSecondaryIndexes", index, INDEX));
        if (!indexes.isEmpty()) {
            request.set("GlobalSecondaryIndexes", indexes);
        }
        return request;
    }

    private Optional<String> timeToLive() {
        JsonNode specification = properties.path("TimeToLiveSpecification");
        return specification.path("Enabled").asBoolean() ? text(specification.path("AttributeName"))
                : Optional.empty();
    }

    static Optional<String> text(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(node.asText());
    }
}
