package clinic.appointments.local.template;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An HTTP API.
 *
 * @param id construct id
 * @param name logical id in the template, which is the API's id on this machine
 * @param stage name of its stage; empty when nothing is deployed
 * @param body OpenAPI document, references resolved
 * @param permissions who may invoke which function
 */
public record Api(String id, String name, String stage, JsonNode body, List<Permission> permissions) {

    /**
     * What a function's own policy says.
     *
     * @param function ARN of the function, or of a version or an alias of it
     * @param principal service that may invoke it
     * @param source ARN on whose behalf, with wildcards
     */
    public record Permission(String function, String principal, String source) {
    }
}
