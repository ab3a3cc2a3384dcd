package clinic.appointments.local.template;

import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A resource of a template, its references not yet resolved.
 *
 * @param id logical id without the hash that the CDK adds, such as {@code OrdersTable}
 * @param logicalId name in the template, which is the physical name on this machine
 */
record TemplateResource(StackTemplate stack, String id, String logicalId, ResourceType type, JsonNode properties) {

    private static final Set<String> ATTRIBUTES = Set.of("Type", "Properties", "Metadata", "DependsOn",
            "UpdateReplacePolicy", "DeletionPolicy", "UpdatePolicy");
    private static final Pattern HASH = Pattern.compile("[0-9A-F]{8}$");

    static TemplateResource of(StackTemplate stack, String logicalId, JsonNode node) {
        ResourceType type = ResourceType.of(node.path("Type").asText());
        if (type instanceof BootedType booted) {
            requireOnly(stack.name(), logicalId, "the attribute ", node, ATTRIBUTES);
            requireOnly(stack.name(), logicalId, "the property ", node.path("Properties"), booted.properties());
        }
        return new TemplateResource(stack, name(logicalId), logicalId, type, node.path("Properties"));
    }

    /** Fails when a nested object has a property that is not read. */
    void requireOnly(String path, JsonNode object, Set<String> known) {
        requireOnly(stack.name(), logicalId, "the property " + path + ".", object, known);
    }

    UnsupportedTemplateException unsupported(String what) {
        return new UnsupportedTemplateException(stack.name(), logicalId, what);
    }

    /** Stack and logical id, for messages. */
    String address() {
        return stack.name() + "/" + logicalId;
    }

    /** The logical id without the hash that the CDK adds, such as {@code OrderProcessor}. */
    private static String name(String logicalId) {
        return HASH.matcher(logicalId).replaceFirst("");
    }

    private static void requireOnly(String stack, String logicalId, String what, JsonNode object, Set<String> known) {
        object.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                throw new UnsupportedTemplateException(stack, logicalId, what + field);
            }
        });
    }
}
