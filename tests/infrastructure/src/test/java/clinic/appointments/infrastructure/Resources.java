package clinic.appointments.infrastructure;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The resources of a stage.
 *
 * @param byId logical id → resource
 */
record Resources(JsonNode byId) {

    record Entry(String id, JsonNode properties) {

        /**
         * Whether a reference names this resource: by its exact id in {@code Ref} or {@code Fn::GetAtt}, or through the
         * name of another stack's export, which ends with a hash.
         */
        boolean isNamedBy(JsonNode reference) {
            return Pattern.compile(("\"Ref\":\"%1$s\"|\"Fn::GetAtt\":\\[\"%1$s\""
                    + "|ExportsOutput(Ref|FnGetAtt)%1$s([A-Z][A-Za-z]+)?[0-9A-F]{8}\"").formatted(id))
                    .matcher(reference.toString()).find();
        }
    }

    /** A queue that feeds a function. */
    record Source(String id, JsonNode queue, JsonNode function) {
    }

    /** A statement of the policy or role with that id. */
    record Statement(String id, JsonNode value) {

        boolean allows(String action) {
            return elements(value.path("Action")).anyMatch(element -> element.asText().startsWith(action));
        }

        /** Text of everything that the statement may be used on. */
        String resource() {
            return value.path("Resource").toString();
        }

        JsonNode condition() {
            return value.path("Condition");
        }
    }

    /** All of them, in the order of their ids. */
    Stream<Entry> all() {
        return byId.propertyStream().sorted(Map.Entry.comparingByKey())
                .map(entry -> new Entry(entry.getKey(), entry.getValue().path("Properties")));
    }

    Stream<Entry> of(String type) {
        return all().filter(entry -> type(entry.id()).equals(type));
    }

    String type(String id) {
        return byId.path(id).path("Type").asText();
    }

    JsonNode properties(String id) {
        return byId.path(id).path("Properties");
    }

    /** What roles may do. */
    Stream<Statement> statements() {
        var attached = of("AWS::IAM::Policy").flatMap(policy -> statements(policy, "/PolicyDocument/Statement"));
        var managed = of("AWS::IAM::ManagedPolicy").flatMap(policy -> statements(policy, "/PolicyDocument/Statement"));
        var inline = of("AWS::IAM::Role").flatMap(role -> elements(role.properties().path("Policies"))
                .flatMap(policy -> elements(policy.at("/PolicyDocument/Statement")))
                .map(statement -> new Statement(role.id(), statement)));
        return Stream.of(attached, managed, inline).flatMap(statements -> statements);
    }

    /** Who may take on a role. */
    Stream<Statement> trusts() {
        return of("AWS::IAM::Role").flatMap(role -> statements(role, "/AssumeRolePolicyDocument/Statement"));
    }

    /** What the policies of keys, queues and the like say about who may use them. */
    Stream<Statement> resourcePolicies() {
        return Stream.concat(of("AWS::KMS::Key").flatMap(key -> statements(key, "/KeyPolicy/Statement")),
                Stream.of("AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy").flatMap(this::of)
                        .flatMap(policy -> statements(policy, "/PolicyDocument/Statement")));
    }

    Stream<Source> sources() {
        return of("AWS::Lambda::EventSourceMapping").map(source -> new Source(source.id(),
                properties(queueId(source.properties().path("EventSourceArn"))),
                function(source.properties().path("FunctionName"))));
    }

    /** Queues that nothing is moved on from: the last stop of a message. */
    Stream<Entry> deadLetterQueues() {
        return of("AWS::SQS::Queue").filter(queue -> queue.properties().path("RedrivePolicy").isMissingNode());
    }

    /** The function that a reference names, itself or by an alias. */
    JsonNode function(JsonNode reference) {
        var id = reference.path("Ref").asText(reference.path("Fn::GetAtt").path(0).asText());
        return switch (type(id)) {
            case "AWS::Lambda::Function" -> properties(id);
            case "AWS::Lambda::Alias" -> function(properties(id).path("FunctionName"));
            default -> MissingNode.getInstance();
        };
    }

    private String queueId(JsonNode reference) {
        var named = of("AWS::SQS::Queue").filter(queue -> queue.isNamedBy(reference)).toList();
        return named.size() == 1 ? named.getFirst().id() : "unknown " + Map.of("reference", reference);
    }

    private static Stream<Statement> statements(Entry entry, String pointer) {
        return elements(entry.properties().at(pointer)).map(statement -> new Statement(entry.id(), statement));
    }

    /** The elements of a list; what is not a list counts as its only element, what is not there as none. */
    static Stream<JsonNode> elements(JsonNode node) {
        if (node.isMissingNode()) {
            return Stream.empty();
        }
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }
}
