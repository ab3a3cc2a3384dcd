package clinic.appointments.local.template;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An HTTP API.
 *
 * @param id logical id without the hash of the CDK
 * @param name logical id in the template, which is the API's id on this machine
 * @param stage name of its stage; empty if nothing is deployed
 * @param body OpenAPI document, references resolved
 * @param permissions permissions to invoke functions
 */
public record Api(String id, String name, String stage, JsonNode body, List<Permission> permissions) {

    /**
     * A statement of a function's resource policy.
    *
    * @param function ARN of the function, or of one of its versions or aliases
    * @param principal service that may invoke it
    * @param source ARN on whose behalf the service invokes it, with wildcards
     */
    public record Permission(String function, String principal, String source) {
    }
}
