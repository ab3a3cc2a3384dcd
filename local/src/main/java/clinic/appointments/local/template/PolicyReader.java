package clinic.appointments.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the trust policy and the permission policies of a role. */
record PolicyReader(TemplateResource resource, JsonNode properties) {

    private static final Set<String> STATEMENT = Set.of("Sid", "Effect", "Action", "Resource", "Condition");
    private static final Set<String> TRUST = Set.of("Effect", "Action", "Principal", "Condition");

    List<String> trustedServices() {
        List<String> services = new ArrayList<>();
        for (JsonNode statement : properties.path("AssumeRolePolicyDocument").path("Statement")) {
            resource.requireOnly("AssumeRolePolicyDocument.Statement", statement, TRUST);
            resource.requireOnly("AssumeRolePolicyDocument.Statement.Principal", statement.path("Principal"),
                    Set.of("Service"));
            services.addAll(texts(statement.path("Principal").path("Service")));
        }
        return services;
    }

    /** Whether the trust policy has a condition, which is not checked here. */
    boolean trustsConditionally() {
        return properties.path("AssumeRolePolicyDocument").path("Statement").findValue("Condition") != null;
    }

    List<Role.Statement> statements() {
        List<Role.Statement> statements = new ArrayList<>();
        for (JsonNode statement : properties.path("PolicyDocument").path("Statement")) {
            resource.requireOnly("PolicyDocument.Statement", statement, STATEMENT);
            statements.add(new Role.Statement(statement.path("Effect").asText().equals("Allow"),
                    texts(statement.path("Action")), texts(statement.path("Resource")),
                    conditions(statement.path("Condition"))));
        }
        return statements;
    }

    private static Map<String, Map<String, List<String>>> conditions(JsonNode condition) {
        Map<String, Map<String, List<String>>> operators = new TreeMap<>();
        condition.propertyStream().forEach(operator -> {
            Map<String, List<String>> keys = new TreeMap<>();
            operator.getValue().propertyStream().forEach(key -> keys.put(key.getKey(), texts(key.getValue())));
            operators.put(operator.getKey(), keys);
        });
        return operators;
    }

    /** IAM may write a list with one element as that element. */
    private static List<String> texts(JsonNode node) {
        if (!node.isArray()) {
            return List.of(node.asText());
        }
        List<String> texts = new ArrayList<>();
        node.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
