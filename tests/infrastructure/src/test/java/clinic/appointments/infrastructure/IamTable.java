package clinic.appointments.infrastructure;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Every permission of every stage as a page for reviewers: one line an action on a resource. */
final class IamTable {

    private static final String INTRODUCTION = """
            # Permissions

            The page is generated from the synthesized templates, and `IamTableTest` compares it with them: every change
            of a permission changes this page. To approve a change, run
            `mvn -q -Ppages test`
            and review the diff. Logical ids appear without the CDK's hash. A line without stages applies to all stages.

            """;

    private IamTable() {
    }

    static String of(List<Draft> stages) {
        return INTRODUCTION + section("Permissions of roles", "role | action | resource | condition", stages,
                resources -> Stream.concat(resources.statements().flatMap(statement -> lines(resources, statement)),
                        managed(resources)))
                + "\n"
                + section("Trust policies", "role | by | condition", stages,
                        resources -> resources.trusts().flatMap(statement -> trusted(resources, statement)))
                + "\n"
                + section("Resource policies", "policy | effect | principal | action | condition",
                        stages, resources -> resources.resourcePolicies().map(statement -> said(resources, statement)));
    }

    private static String section(String title, String columns, List<Draft> stages,
            Function<Resources, Stream<String>> lines) {
        var head = "## " + title + "\n\n| " + columns + " | stages |\n|"
                + "---|".repeat(columns.split("\\|").length + 1)
                + "\n";
        SortedMap<String, SortedSet<String>> found = new TreeMap<>();
        for (var stage : stages) {
            lines.apply(stage.view())
                    .forEach(line -> found.computeIfAbsent(line, _ -> new TreeSet<>()).add(name(stage)));
        }
        return found.entrySet().stream().map(line -> "| " + line.getKey() + " | "
                + (line.getValue().size() == stages.size() ? "" : String.join(", ", line.getValue())) + " |\n")
                .collect(Collectors.joining("", head, ""));
    }

    /** The stage as its own tag says it. */
    private static String name(Draft stage) {
        var key = stage.properties("AWS::KMS::Key", "DataKey");
        return Resources.elements(key.path("Tags")).filter(tag -> tag.path("Key").asText().equals("stage"))
                .map(tag -> tag.path("Value").asText()).findFirst().orElseThrow();
    }

    private static Stream<String> lines(Resources resources, Resources.Statement statement) {
        var reference = new Reference(resources);
        return Resources.elements(statement.value().path("Action")).flatMap(action -> Resources
                .elements(statement.value().path("Resource"))
                .map(resource -> line(role(resources, statement.id()), action.asText(), reference.text(resource),
                        condition(reference, statement))));
    }

    private static Stream<String> managed(Resources resources) {
        var reference = new Reference(resources);
        return resources.of("AWS::IAM::Role").flatMap(role -> Resources
                .elements(role.properties().path("ManagedPolicyArns")).map(policy -> line(
                        Reference.withoutHash(role.id()), "all of", reference.text(policy), "")));
    }

    private static Stream<String> trusted(Resources resources, Resources.Statement statement) {
        var reference = new Reference(resources);
        return Stream.of(line(Reference.withoutHash(statement.id()), principal(reference, statement),
                condition(reference, statement)));
    }

    private static String said(Resources resources, Resources.Statement statement) {
        var reference = new Reference(resources);
        return line(Reference.withoutHash(statement.id()), statement.value().path("Effect").asText(),
                principal(reference, statement), reference.text(statement.value().path("Action")),
                condition(reference, statement));
    }

    private static String role(Resources resources, String policy) {
        var reference = new Reference(resources);
        var roles = resources.properties(policy).path("Roles");
        return roles.isMissingNode() ? Reference.withoutHash(policy) : reference.text(roles);
    }

    private static String principal(Reference reference, Resources.Statement statement) {
        var principal = statement.value().path("Principal");
        return principal.isTextual() ? principal.asText() : values(reference, principal);
    }

    private static String condition(Reference reference, Resources.Statement statement) {
        return statement.condition().propertyStream()
                .flatMap(operator -> operator.getValue().propertyStream().map(key -> operator.getKey() + " "
                        + key.getKey() + " " + reference.text(key.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static String values(Reference reference, JsonNode object) {
        return object.propertyStream().map(entry -> reference.text(entry.getValue())).collect(Collectors.joining(", "));
    }

    private static String line(String... cells) {
        return Arrays.stream(cells).map(cell -> cell.replace("|", "\\|")).map(cell -> cell.replace("*", "\\*"))
                .collect(Collectors.joining(" | "));
    }
}
