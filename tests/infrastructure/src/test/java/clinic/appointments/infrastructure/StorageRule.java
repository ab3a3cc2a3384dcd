package clinic.appointments.infrastructure;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.contract.AppointmentsTable;
import com.fasterxml.jackson.databind.JsonNode;

import static clinic.appointments.infrastructure.Resources.elements;

/** Rules about the tables, the key and whatever else keeps data, its name or its owner. */
enum StorageRule implements TemplateRule {

    EVERY_TABLE_IS_ENCRYPTED_WITH_THE_KEY(
            replicas(replica -> replica.at("/SSESpecification/KMSMasterKeyId/Fn::GetAtt").isMissingNode())),
    EVERY_TABLE_IS_RECOVERABLE(replicas(
            replica -> !replica.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asBoolean())),
    /** cdk-nag's rules about DynamoDB look at {@code AWS::DynamoDB::Table} only. */
    EVERY_TABLE_IS_OF_THE_TYPE_THAT_RULES_LOOK_AT(
            resources -> resources.of("AWS::DynamoDB::Table").map(Resources.Entry::id)),
    A_TABLE_THAT_IS_KEPT_IS_PROTECTED_FROM_DELETION(resources -> resources.of("AWS::DynamoDB::GlobalTable")
            .filter(table -> resources.byId().path(table.id()).path("DeletionPolicy").asText().startsWith("Retain"))
            .filter(table -> !table.properties().at("/Replicas/0/DeletionProtectionEnabled").asBoolean())
            .map(Resources.Entry::id)),
    /** Data without its key is lost, and so is a message whose queue goes before the tables. */
    WHAT_HOLDS_DATA_IS_KEPT_OR_GOES_TOGETHER(resources -> {
        var fate = resources.of("AWS::KMS::Key").map(key -> fate(resources, key)).findFirst().orElse(List.of());
        return resources.all().filter(entry -> StatefulResources.include(entry.id(), resources.type(entry.id())))
                .filter(entry -> !fate(resources, entry).equals(fate)).map(Resources.Entry::id);
    }),
    LOGS_ARE_KEPT_WITH_THE_DATA_OR_GO_WITH_IT(resources -> {
        var fate = resources.of("AWS::KMS::Key").map(key -> fate(resources, key)).findFirst().orElse(List.of());
        return resources.of("AWS::Logs::LogGroup").filter(group -> !fate(resources, group).equals(fate))
                .map(Resources.Entry::id);
    }),
    /** Patients are kept until they are deleted, and resources for good. */
    EVERY_TABLE_BUT_THOSE_OF_PATIENTS_AND_RESOURCES_FORGETS(tables(table -> !table.id().startsWith("PatientsTable")
            && !table.id().startsWith("ResourcesTable")
            && !table.properties().at("/TimeToLiveSpecification/Enabled").asBoolean())),
    EVERY_TABLE_IS_PAID_BY_USE(
            tables(table -> !table.properties().path("BillingMode").asText().equals("PAY_PER_REQUEST"))),
    /** Every projected attribute costs a write unit on each update; a status in a key would cost two. */
    EVERY_INDEX_HOLDS_KEYS_ONLY_BUT_THAT_BY_STATUS(
            tables(table -> elements(table.properties().path("GlobalSecondaryIndexes"))
                    .anyMatch(index -> !holdsWhatItMay(index)))),
    /** KMS rotates keys that encrypt, and no others (AWS KMS API Reference, "EnableKeyRotation"). */
    EVERY_KEY_ROTATES_THAT_CAN(keys(key -> !key.properties().has("KeySpec")
            && !key.properties().path("EnableKeyRotation").asBoolean())),
    /** Nothing but what a secret is derived with stands beside the key that encrypts. */
    EVERY_OTHER_KEY_MAKES_CODES_ONLY(keys(key -> key.properties().has("KeySpec")
            && !(key.properties().path("KeySpec").asText().equals("HMAC_256")
                    && key.properties().path("KeyUsage").asText().equals("GENERATE_VERIFY_MAC")))),
    /** A name that is not CloudFormation's own cannot be replaced, nor deployed twice. */
    NOTHING_THAT_CAN_BE_REPLACED_HAS_A_NAME_OF_ITS_OWN(resources -> resources.all()
            .filter(entry -> Stream.of("QueueName", "TableName", "FunctionName", "RoleName", "TopicName")
                    .anyMatch(name -> entry.properties().path(name).isTextual())
                    || (resources.type(entry.id()).equals("AWS::Logs::LogGroup")
                            && entry.properties().has("LogGroupName")
                            && !isNamedByAws(entry.properties().path("LogGroupName"))))
            .map(Resources.Entry::id)),
    EVERY_TAG_IS_PRESENT(resources -> resources.all().filter(entry -> tagged().contains(resources.type(entry.id())))
            .filter(entry -> !tags(entry).containsAll(Set.of("service", "stage", "data-classification")))
            .map(Resources.Entry::id)),
    /** Their code runs with rights at deploy time, outside of what the tests here see. */
    THERE_IS_NO_CUSTOM_RESOURCE(resources -> resources.all()
            .filter(entry -> resources.type(entry.id()).matches("Custom::.*|AWS::CloudFormation::CustomResource"))
            .map(Resources.Entry::id));

    private final Function<Resources, Stream<String>> breaches;

    StorageRule(Function<Resources, Stream<String>> breaches) {
        this.breaches = breaches;
    }

    @Override
    public Stream<String> breaches(Resources resources) {
        return breaches.apply(resources);
    }

    private static boolean holdsWhatItMay(JsonNode index) {
        JsonNode projection = index.path("Projection");
        return projection.path("ProjectionType").asText().equals("KEYS_ONLY")
                || (index.path("IndexName").asText().equals(AppointmentsTable.BY_STATUS)
                        && elements(projection.path("NonKeyAttributes")).map(JsonNode::asText).toList()
                                .equals(List.of(AppointmentsTable.STATUS)));
    }

    private static Function<Resources, Stream<String>> tables(Predicate<Resources.Entry> breaks) {
        return resources -> resources.of("AWS::DynamoDB::GlobalTable").filter(breaks).map(Resources.Entry::id);
    }

    private static Function<Resources, Stream<String>> replicas(Predicate<JsonNode> breaks) {
        return tables(table -> table.properties().path("Replicas").isEmpty()
                || elements(table.properties().path("Replicas")).anyMatch(breaks));
    }

    private static Function<Resources, Stream<String>> keys(Predicate<Resources.Entry> breaks) {
        return resources -> resources.of("AWS::KMS::Key").filter(breaks).map(Resources.Entry::id);
    }

    private static List<String> fate(Resources resources, Resources.Entry entry) {
        var resource = resources.byId().path(entry.id());
        return List.of(resource.path("DeletionPolicy").asText(), resource.path("UpdateReplacePolicy").asText());
    }

    /** API Gateway and AWS WAF log to groups of these names only; the API's id makes them their own. */
    private static boolean isNamedByAws(JsonNode name) {
        return name.at("/Fn::Join/1/0").asText().matches("API-Gateway-Execution-Logs_|aws-waf-logs-")
                && !name.at("/Fn::Join/1/1/Ref").isMissingNode();
    }

    private static Set<String> tagged() {
        return Set.of("AWS::SQS::Queue", "AWS::DynamoDB::GlobalTable", "AWS::KMS::Key", "AWS::Lambda::Function",
                "AWS::IAM::Role", "AWS::Logs::LogGroup", "AWS::Scheduler::ScheduleGroup", "AWS::SNS::Topic");
    }

    private static Set<String> tags(Resources.Entry entry) {
        return entry.properties().findValues("Tags").stream().flatMap(Resources::elements)
                .map(tag -> tag.path("Key").asText()).collect(Collectors.toSet());
    }
}
