package clinic.appointments.local.template;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads an API with an inline body, and its permissions to invoke functions. */
record ApiReader(TemplateResource resource, JsonNode properties) {

    private static final Set<String> BODY = Set.of("openapi", "info", "tags", "paths", "components",
            "x-amazon-apigateway-request-validators", "x-amazon-apigateway-request-validator",
            "x-amazon-apigateway-gateway-responses", "x-amazon-apigateway-security-policy",
            "x-amazon-apigateway-endpoint-access-mode");

    Api read() {
        JsonNode body = properties.path("Body");
        if (body.isMissingNode()) {
            throw resource.unsupported("an API without a body");
        }
        resource.requireOnly("Body", body, BODY);
        return new Api(resource.id(), resource.logicalId(), "", body, List.of());
    }

    Api.Permission readPermission() {
        if (!properties.path("Action").asText().equals("lambda:InvokeFunction")) {
            throw resource.unsupported("the permission to " + properties.path("Action").asText());
        }
        return new Api.Permission(properties.path("FunctionName").asText(), properties.path("Principal").asText(),
                properties.path("SourceArn").asText());
    }
}
