package clinic.appointments.local.api;

import java.io.StringWriter;
import java.util.Properties;

import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.exception.VelocityException;

/**
 * A mapping template (API Gateway: "Mapping template transformations for REST APIs"). Stricter than API Gateway: an
 * unknown reference fails. A name may have hyphens there, as those of headers do.
 */
record MappingTemplate(String text) {

    private static final VelocityEngine ENGINE = engine();

    String render(TemplateInput input, TemplateContext context) {
        VelocityContext names = new VelocityContext();
        names.put("input", input);
        names.put("context", context);
        names.put("util", new TemplateFunctions());
        StringWriter rendered = new StringWriter();
        try {
            ENGINE.evaluate(names, rendered, "mapping template", text);
        } catch (VelocityException e) {
            throw new ApiException("A mapping template fails: " + e.getMessage(), e);
        }
        return rendered.toString();
    }

    private static VelocityEngine engine() {
        Properties properties = new Properties();
        properties.setProperty("runtime.strict_mode.enable", "true");
        properties.setProperty("parser.allow_hyphen_in_identifiers", "true");
        properties.setProperty("introspector.uberspect.class",
                "org.apache.velocity.util.introspection.SecureUberspector");
        VelocityEngine engine = new VelocityEngine();
        engine.init(properties);
        return engine;
    }
}
