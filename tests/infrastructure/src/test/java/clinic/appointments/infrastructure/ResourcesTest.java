package clinic.appointments.infrastructure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How many resources of which type there are, and what the stateful ones are called: no snapshot may empty itself. */
class ResourcesTest {

    @ParameterizedTest
    @EnumSource
    void theDataStackHoldsTheKeysTheTablesAndTheQueues(StageName stage) {
        var expected = new TreeMap<>(Map.of("AWS::KMS::Key", 2L, "AWS::DynamoDB::GlobalTable", 5L, "AWS::SQS::Queue",
                11L, "AWS::SQS::QueuePolicy", 11L, "AWS::SNS::Topic", 1L, "AWS::SNS::TopicPolicy", 1L,
                "AWS::SNS::Subscription", 1L));
        if (stage == StageName.PROD) {
            expected.putAll(Map.of("AWS::Backup::BackupPlan", 1L, "AWS::Backup::BackupSelection", 1L,
                    "AWS::Backup::BackupVault", 1L, "AWS::IAM::Role", 1L, "AWS::IAM::ManagedPolicy", 1L));
        }
        assertThat(counts(stage.id() + "-AppointmentData")).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void theServiceStackHoldsTheFunctionsAndWhatFeedsThem(StageName stage) {
        var expected = new TreeMap<>(Map.of("AWS::Lambda::Function", 6L, "AWS::Lambda::Version", 6L,
                "AWS::Lambda::Alias", 6L, "AWS::Lambda::EventSourceMapping", 5L, "AWS::IAM::Role", 8L,
                "AWS::IAM::ManagedPolicy", 8L, "AWS::Logs::LogGroup", 9L, "AWS::Scheduler::ScheduleGroup", 1L));
        expected.putAll(Map.of("AWS::SES::ConfigurationSet", 1L,
                "AWS::SES::ConfigurationSetEventDestination", 1L, "AWS::SNS::Topic", 1L, "AWS::SNS::TopicPolicy", 1L,
                "AWS::Scheduler::Schedule", 1L));
        List.of("AWS::Lambda::Permission", "AWS::ApiGateway::RestApi", "AWS::ApiGateway::Deployment",
                "AWS::ApiGateway::Stage", "AWS::ApiGateway::ClientCertificate",
                "AWS::WAFv2::WebACL", "AWS::WAFv2::WebACLAssociation", "AWS::WAFv2::LoggingConfiguration")
                .forEach(type -> expected.put(type, 1L));
        if (stage == StageName.PROD) {
            expected.putAll(Map.of("AWS::CodeDeploy::Application", 1L, "AWS::CodeDeploy::DeploymentGroup", 6L,
                    "AWS::CloudWatch::Alarm", 11L, "AWS::IAM::Role", 9L, "AWS::IAM::ManagedPolicy", 9L));
        }
        if (stage != StageName.DEV) {
            List.of("AWS::Lambda::Function", "AWS::Lambda::Version", "AWS::Lambda::Alias", "AWS::Logs::LogGroup",
                    "AWS::Scheduler::ScheduleGroup", "AWS::Scheduler::Schedule")
                    .forEach(type -> expected.merge(type, 1L, Long::sum));
            List.of("AWS::IAM::Role", "AWS::IAM::ManagedPolicy")
                    .forEach(type -> expected.merge(type, 2L, Long::sum));
        }
        assertThat(counts(stage.id() + "-AppointmentService")).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void theMonitoringStackHoldsTheAlarmsAndWhomTheyCall(StageName stage) {
        var expected = new TreeMap<>(Map.of("AWS::CloudWatch::Alarm", 67L, "AWS::CloudWatch::CompositeAlarm", 3L,
                "AWS::SNS::Topic", 1L, "AWS::SNS::TopicPolicy", 1L, "AWS::SNS::Subscription", 1L, "AWS::SQS::Queue",
                1L, "AWS::SQS::QueuePolicy", 1L));
        expected.putAll(Map.of("AWS::CloudWatch::Dashboard", 1L, "AWS::XRay::Group", 1L, "AWS::XRay::SamplingRule",
                1L, "AWS::Logs::QueryDefinition", 14L, "AWS::CloudWatch::InsightRule", 3L));
        expected.merge("AWS::CloudWatch::Alarm", stage == StageName.DEV ? 0L : 4L, Long::sum);
        assertThat(counts(stage.id() + "-AppointmentMonitoring")).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void statefulResourcesKeepTheirLogicalIds(StageName stage) {
        var stateful = Synthesized.resources(stage).propertyStream()
                .filter(entry -> StatefulResources.include(entry.getKey(), entry.getValue().path("Type").asText()))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        assertThat(stateful).isEqualTo(StatefulResources.LOGICAL_IDS);
    }

    private static Map<String, Long> counts(String stack) {
        return Synthesized.templates().get(stack).path("Resources").propertyStream().map(Map.Entry::getValue)
                .collect(Collectors.groupingBy((JsonNode resource) -> resource.path("Type").asText(), TreeMap::new,
                        Collectors.counting()));
    }
}
