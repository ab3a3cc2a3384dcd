package clinic.appointments.local.template;

import java.util.List;
import java.util.Map;

/**
 * An IAM role with the statements of its policies.
 *
 * @param id logical id in the template, for messages
 * @param trustedServices service principals that may assume it
 */
public record Role(String id, String name, String arn, List<String> trustedServices, List<Statement> statements) {

    /**
     * A policy statement.
     *
     * @param allow false for Deny
     * @param actions with wildcards, as written
     * @param resources with wildcards, references resolved
     * @param conditions operator → condition key → accepted values
     */
    public record Statement(boolean allow, List<String> actions, List<String> resources,
            Map<String, Map<String, List<String>>> conditions) {
    }
}
