package clinic.appointments.local.template;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * An IAM role with the statements of its policies.
 *
 * @param id logical id in the template, for messages
 * @param trustedServices service principals that may assume it
 */
public record Role(String id, String name, String arn, List<String> trustedServices, List<Statement> statements) {

    private static final int ID_DIGITS = 17;

    /** The unique id of a role, as long and as plain as a real one (IAM: "IAM identifiers"). */
    static String uniqueIdOf(String arn) {
        String digits = UUID.nameUUIDFromBytes(arn.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
        return "AROA" + digits.substring(0, ID_DIGITS).toUpperCase(Locale.ROOT);
    }

    /** The unique id of the role. */
    public String uniqueId() {
        return uniqueIdOf(arn);
    }

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
