package clinic.appointments.infrastructure.monitoring;

import java.util.List;
import java.util.stream.Collectors;

import clinic.appointments.infrastructure.patterns.ServiceFunction;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.services.logs.QueryDefinition;
import software.amazon.awscdk.services.xray.CfnGroup;
import software.amazon.awscdk.services.xray.CfnSamplingRule;
import software.constructs.Construct;

/** What an investigation starts from: the traces of the stage as a group, and questions to its logs. */
public final class Investigation extends Construct {

    private final String stage;

    public Investigation(Construct scope, String id) {
        super(scope, id);
        stage = Stage.of(this).getStageName();
    }

    /** Gathers the traces that any of the functions takes part in (X-Ray: "Use filter expressions"). */
    public void gatherTraces(List<ServiceFunction> functions) {
        var anyOfThem = functions.stream().map(function -> function.function().getFunctionName())
                .map("service(id(name: \"%s\", type: \"AWS::Lambda::Function\"))"::formatted)
                .collect(Collectors.joining(" OR "));
        CfnGroup.Builder.create(this, "Traces").groupName(stage + "-appointments").filterExpression(anyOfThem)
                .insightsConfiguration(CfnGroup.InsightsConfigurationProperty.builder().insightsEnabled(true)
                        .notificationsEnabled(false).build())
                .build();
    }

    /**
     * Decides which requests are traced, where it is the service that decides, as the API does: a function that is not
     * called with a decision samples by Lambda's own rule, which cannot be set (Lambda: "Visualize Lambda function
     * invocations using AWS X-Ray").
     */
    public void sample(Sampling sampling) {
        CfnSamplingRule.Builder.create(this, "Sampling")
                .samplingRule(CfnSamplingRule.SamplingRuleProperty.builder().ruleName(stage + "-appointments")
                        .priority(100).reservoirSize(sampling.perSecond()).fixedRate(sampling.share())
                        .serviceName(stage + "-*").serviceType("*").host("*").httpMethod("*")
                        .urlPath("*").resourceArn("*").version(1).build())
                .build();
    }

    /** Saves the questions, each over the logs of all functions. */
    public void saveQueries(List<ServiceFunction> functions) {
        var logs = functions.stream().map(ServiceFunction::logs).toList();
        for (var query : SavedQuery.ALL) {
            QueryDefinition.Builder.create(this, "Query" + query.title().replace(" ", ""))
                    .queryDefinitionName(stage + "/appointments/" + query.title()).queryString(query.text())
                    .logGroups(logs).build();
        }
    }
}
