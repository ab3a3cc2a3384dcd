package clinic.appointments.local.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A stack as synthesized.
 *
 * @param name name of the stack, such as {@code dev-Data}
 * @param assets directories to upload, by object key
 */
record StackTemplate(String name, String region, JsonNode template, Map<String, Path> assets) {

    /** Parameters and rules are the CDK's check of its bootstrap stack, which does not exist here. */
    private static final Set<String> SECTIONS = Set.of("Resources", "Outputs", "Parameters", "Rules", "Description");

    StackTemplate {
        template.fieldNames().forEachRemaining(section -> {
            if (!SECTIONS.contains(section)) {
                throw new UnsupportedTemplateException(name, "(none)", "the section " + section);
            }
        });
    }

    List<TemplateResource> resources() {
        return template.path("Resources").propertyStream()
                .map(entry -> TemplateResource.of(this, entry.getKey(), entry.getValue())).toList();
    }
}
