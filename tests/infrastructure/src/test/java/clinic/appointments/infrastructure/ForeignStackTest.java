package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import clinic.appointments.infrastructure.patterns.AlarmTopic;
import clinic.appointments.infrastructure.patterns.QueueProcessor;
import clinic.appointments.infrastructure.patterns.QueueSourceProps;
import clinic.appointments.infrastructure.patterns.ServiceFunction;
import clinic.appointments.infrastructure.patterns.ServiceFunctionProps;
import clinic.appointments.infrastructure.patterns.WorkQueue;
import clinic.appointments.infrastructure.patterns.WorkQueueProps;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Code;

import static org.assertj.core.api.Assertions.assertThat;

/** The building blocks serve another domain: a stack of parcels, made of them alone, keeps every rule of ours. */
@TestInstance(Lifecycle.PER_CLASS)
class ForeignStackTest {

    private static final StackProps IN_FRANKFURT = StackProps.builder()
            .env(Environment.builder().region("eu-central-1").build()).build();

    private Resources parcels;

    @BeforeAll
    void synthesize(@TempDir Path directory) throws IOException {
        var app = new App(AppProps.builder().outdir(directory.resolve("out").toString()).context(Synthesized.context())
                .analyticsReporting(false).build());
        addParcels(new Stack(app, "Parcels", IN_FRANKFURT), Files.createDirectory(directory.resolve("bundle")));
        var template = Templates.json(Path.of(app.synth().getStackByName("Parcels").getTemplateFullPath()));
        parcels = new Resources((ObjectNode) template.path("Resources"));
    }

    private static void addParcels(Stack stack, Path bundle) throws IOException {
        Files.writeString(bundle.resolve("stub"), "stands for the functions");
        var key = Key.Builder.create(stack, "Key").enableKeyRotation(true).removalPolicy(RemovalPolicy.DESTROY).build();
        var queue = new WorkQueue(stack, "Parcel", new WorkQueueProps(key, RemovalPolicy.DESTROY, 5));
        var sorter = new QueueProcessor(stack, "ParcelSorter", function("parcels.Sorter", key, bundle));
        sorter.consume(queue, QueueSourceProps.builder().maxConcurrency(2).queueUrlVariable("PARCEL_QUEUE_URL")
                .deadLetterUrlVariable("PARCEL_DLQ_URL").build());
        var desk = new ServiceFunction(stack, "ParcelDesk", function("parcels.Desk", key, bundle));
        queue.grantSendMessages(desk, "PARCEL_QUEUE_URL");
        watch(stack, key, queue, List.of(sorter, desk));
        List.of("service", "stage", "data-classification").forEach(tag -> Tags.of(stack).add(tag, "parcels"));
    }

    private static ServiceFunctionProps function(String handler, IKey key, Path bundle) {
        return ServiceFunctionProps.builder().handler(handler).code(Code.fromAsset(bundle.toString())).key(key)
                .environment("CARRIER", "post").build();
    }

    /** Alarms are no part of the blocks, and the rules ask for them. */
    private static void watch(Stack stack, IKey key, WorkQueue queue, List<ServiceFunction> functions) {
        var pages = new AlarmTopic(stack, "Pages", key);
        pages.addEmailSubscriptions(List.of("parcels@example.org"), queue.deadLetters());
        alarm(pages, queue.queueName(), queue.queue().metricApproximateNumberOfMessagesVisible());
        alarm(pages, queue.deadLetterName(), queue.deadLetters().metricApproximateNumberOfMessagesVisible());
        functions.forEach(function -> alarm(pages, function.id(), function.function().metricErrors()));
    }

    private static void alarm(AlarmTopic pages, String id, IMetric metric) {
        pages.addAlarm(Alarm.Builder.create(pages, id + "Alarm").metric(metric).threshold(1).evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING).alarmDescription("See the runbook.").build());
    }

    static List<TemplateRule> rules() {
        return TemplateRule.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void keepsTheRule(TemplateRule rule) {
        assertThat(rule.breaches(parcels)).isEmpty();
    }

    @Test
    void isMadeOfParcels() {
        assertThat(parcels.of("AWS::SQS::Queue").map(queue -> Reference.withoutHash(queue.id())))
                .containsExactly("ParcelDLQ", "ParcelQueue");
        assertThat(parcels.of("AWS::Lambda::Function").map(function -> Reference.withoutHash(function.id())))
                .containsExactly("ParcelDesk", "ParcelSorter");
        assertThat(parcels.byId().toString()).doesNotContainIgnoringCase("appointment");
    }

    @Test
    void mayDoWhatItWasGranted() {
        assertThat(parcels.statements().filter(statement -> statement.allows("sqs:"))
                .map(statement -> Reference.withoutHash(statement.id()) + " " + statement.value().path("Action")))
                .containsExactlyInAnyOrder("ParcelDeskRolePermissions \"sqs:SendMessage\"",
                        "ParcelSorterRolePermissions \"sqs:SendMessage\"",
                        "ParcelSorterRolePermissions [\"sqs:ChangeMessageVisibility\",\"sqs:DeleteMessage\","
                                + "\"sqs:GetQueueAttributes\",\"sqs:ReceiveMessage\"]");
    }
}
