package clinic.appointments.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** What every template of the service must hold to; a rule names each resource that breaks it. */
enum TemplateRule {

    SOURCES_REPORT_FAILURES_MESSAGE_BY_MESSAGE {
        @Override
        Stream<String> breaches(Resources resources) {
            return resources.of("AWS::Lambda::EventSourceMapping").filter(source -> !source.properties()
                    .path("FunctionResponseTypes").toString().equals("[\"ReportBatchItemFailures\"]"))
                    .map(Resources.Entry::id);
        }
    },
    A_MESSAGE_STAYS_HIDDEN_FOR_SIX_TIMEOUTS {
        @Override
        Stream<String> breaches(Resources resources) {
            return resources.sources().filter(source -> source.queue().path("VisibilityTimeout").asInt(30) < 6
                    * source.function().path("Timeout").asInt(3)).map(Resources.Source::id);
        }
    },
    EVERY_WORK_QUEUE_HAS_ITS_OWN_DEAD_LETTERS {
        @Override
        Stream<String> breaches(Resources resources) {
            var targets = new ArrayList<String>();
            return resources.sources().filter(source -> {
                var redrive = source.queue().path("RedrivePolicy");
                var target = redrive.path("deadLetterTargetArn").path("Fn::GetAtt").path(0).asText();
                var shared = targets.contains(target);
                targets.add(target);
                var retention = resources.properties(target).path("MessageRetentionPeriod").asInt();
                return shared || redrive.path("maxReceiveCount").asInt() < 5 || retention != 1_209_600;
            }).map(Resources.Source::id);
        }
    },
    EVERY_QUEUE_IS_ENCRYPTED_WITH_THE_KEY {
        @Override
        Stream<String> breaches(Resources resources) {
            return resources.of("AWS::SQS::Queue")
                    .filter(queue -> queue.properties().path("KmsMasterKeyId").path("Fn::GetAtt").isMissingNode())
                    .map(Resources.Entry::id);
        }
    },
    EVERY_QUEUE_REFUSES_PLAIN_TEXT {
        @Override
        Stream<String> breaches(Resources resources) {
            var closed = resources.of("AWS::SQS::QueuePolicy").filter(policy -> policy.properties().toString().contains(
                    "\"Action\":\"sqs:*\",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}},\"Effect\":\"Deny\""))
                    .map(policy -> policy.properties().path("Queues").path(0).path("Ref").asText()).toList();
            return resources.of("AWS::SQS::Queue").map(Resources.Entry::id).filter(id -> !closed.contains(id));
        }
    },
    NO_PERMISSION_NAMES_ACTIONS_BY_WILDCARD {
        @Override
        Stream<String> breaches(Resources resources) {
            return resources.statements().filter(statement -> statement.value().path("Action").toString().contains("*"))
                    .map(Resources.Statement::id);
        }
    },
    /** X-Ray's calls name no resource; schedules have names that nobody knows before. */
    NO_PERMISSION_NAMES_RESOURCES_BY_WILDCARD {
        @Override
        Stream<String> breaches(Resources resources) {
            var open = Set.of("[\"xray:PutTelemetryRecords\",\"xray:PutTraceSegments\"]",
                    "\"scheduler:CreateSchedule\"");
            return resources.statements()
                    .filter(statement -> statement.value().path("Resource").toString().contains("*")
                            && !open.contains(statement.value().path("Action").toString()))
                    .map(Resources.Statement::id);
        }
    },
    EVERY_TABLE_IS_ENCRYPTED_WITH_THE_KEY_AND_RECOVERABLE {
        @Override
        Stream<String> breaches(Resources resources) {
            return resources.of("AWS::DynamoDB::GlobalTable").filter(table -> {
                var replica = table.properties().path("Replicas").path(0);
                return !replica.path("PointInTimeRecoverySpecification").path("PointInTimeRecoveryEnabled").asBoolean()
                        || replica.path("SSESpecification").path("KMSMasterKeyId").path("Fn::GetAtt").isMissingNode();
            }).map(Resources.Entry::id);
        }
    },
    /** Patients are kept until they are deleted. */
    EVERY_TABLE_BUT_THE_PATIENTS_FORGETS {
        @Override
        Stream<String> breaches(Resources resources) {
            return resources.of("AWS::DynamoDB::GlobalTable").filter(table -> !table.id().startsWith("PatientsTable")
                    && !table.properties().path("TimeToLiveSpecification").path("Enabled").asBoolean())
                    .map(Resources.Entry::id);
        }
    };

    /** Logical ids of the resources that break the rule. */
    abstract Stream<String> breaches(Resources resources);

    /**
     * The resources of a stage.
     *
     * @param byId
     *            logical id → resource
     */
    record Resources(JsonNode byId) {

        record Entry(String id, JsonNode properties) {
        }

        /** A queue that feeds a function. */
        record Source(String id, JsonNode queue, JsonNode function) {
        }

        /** A statement of the policy with that id. */
        record Statement(String id, JsonNode value) {
        }

        Stream<Entry> of(String type) {
            return byId.propertyStream().filter(entry -> entry.getValue().path("Type").asText().equals(type))
                    .map(entry -> new Entry(entry.getKey(), entry.getValue().path("Properties")));
        }

        JsonNode properties(String id) {
            return byId.path(id).path("Properties");
        }

        Stream<Statement> statements() {
            return of("AWS::IAM::Policy").flatMap(policy -> StreamSupport
                    .stream(policy.properties().path("PolicyDocument").path("Statement").spliterator(), false)
                    .map(statement -> new Statement(policy.id(), statement)));
        }

        Stream<Source> sources() {
            return of("AWS::Lambda::EventSourceMapping").map(source -> new Source(source.id(),
                    properties(queueId(source.properties().path("EventSourceArn").toString())),
                    properties(source.properties().path("FunctionName").path("Ref").asText())));
        }

        /** A queue of another stack is named by an export that carries its logical id. */
        private String queueId(String reference) {
            List<Entry> named = of("AWS::SQS::Queue").filter(queue -> reference.contains(queue.id())).toList();
            return named.size() == 1 ? named.getFirst().id() : "unknown " + Map.of("reference", reference);
        }
    }
}
