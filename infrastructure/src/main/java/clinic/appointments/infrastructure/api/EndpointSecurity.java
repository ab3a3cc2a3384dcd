package clinic.appointments.infrastructure.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Requirements for a client's connection to the API. They are in the document as well as in the resource, because an
 * import in mode {@code overwrite} resets properties that the document does not set (API Gateway:
 * "x-amazon-apigateway-security-policy").
 *
 * @param policy name of the security policy
 * @param accessMode mode of the check of host names
 */
record EndpointSecurity(String policy, String accessMode) {

    void addTo(ObjectNode document) {
        document.put("x-amazon-apigateway-security-policy", policy);
        document.put("x-amazon-apigateway-endpoint-access-mode", accessMode);
    }
}
