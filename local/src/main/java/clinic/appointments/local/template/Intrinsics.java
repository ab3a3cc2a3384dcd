package clinic.appointments.local.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Replaces the intrinsic functions in one resource by their values: Ref, Fn::GetAtt, Fn::Join, Fn::Sub and
 * Fn::ImportValue. Any other function fails.
 */
record Intrinsics(References references, String stack, String logicalId) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}!]+)}");

    JsonNode resolve(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode resolved = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> resolved.add(resolve(element)));
            return resolved;
        }
        return node instanceof ObjectNode object ? resolveObject(object) : node;
    }

    private JsonNode resolveObject(ObjectNode object) {
        String only = object.size() == 1 ? object.fieldNames().next() : "";
        if (only.equals("Ref") || only.startsWith("Fn::")) {
            return TextNode.valueOf(call(only, object.get(only)));
        }
        ObjectNode resolved = JsonNodeFactory.instance.objectNode();
        object.propertyStream().forEach(entry -> resolved.set(entry.getKey(), resolve(entry.getValue())));
        return resolved;
    }

    private String call(String function, JsonNode argument) {
        // A switch expression over strings needs a default, which is the failure here.
        return switch (function) {
            case "Ref" -> reference(argument.asText());
            case "Fn::GetAtt" -> attribute(argument.path(0).asText(), argument.path(1).asText());
            case "Fn::Join" -> join(argument.path(0).asText(), resolve(argument.path(1)));
            case "Fn::Sub" -> substitute(argument);
            case "Fn::ImportValue" -> imported(resolve(argument).asText());
            default -> throw unsupported("the function " + function);
        };
    }

    private String reference(String name) {
        StackEnvironment place = references.place(stack);
        return switch (name) {
            case "AWS::AccountId" -> place.account();
            case "AWS::Region" -> place.region();
            case "AWS::Partition" -> StackEnvironment.PARTITION;
            case "AWS::StackName" -> stack;
            case "AWS::URLSuffix" -> "amazonaws.com";
            default -> identity(name).reference();
        };
    }

    private String attribute(String resource, String attribute) {
        return identity(resource).attribute(attribute)
                .orElseThrow(() -> unsupported("the attribute " + attribute + " of " + resource));
    }

    private String substitute(JsonNode argument) {
        if (!argument.isTextual()) {
            throw unsupported("the function Fn::Sub with a map of variables");
        }
        return VARIABLE.matcher(argument.asText()).replaceAll(match -> {
            String[] parts = match.group(1).split("\\.", 2);
            return Matcher.quoteReplacement(
                    parts.length == 1 ? reference(parts[0]) : attribute(parts[0], parts[1]));
        });
    }

    private String imported(String export) {
        return references.exported(export).orElseThrow(() -> unsupported("the import of the unknown value " + export));
    }

    private ResourceIdentity identity(String resource) {
        return references.identity(stack, resource)
                .orElseThrow(() -> unsupported("a reference to the unknown resource " + resource));
    }

    private UnsupportedTemplateException unsupported(String what) {
        return new UnsupportedTemplateException(stack, logicalId, what);
    }

    private static String join(String separator, JsonNode parts) {
        return StreamSupport.stream(parts.spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.joining(separator));
    }
}
