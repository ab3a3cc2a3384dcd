package clinic.appointments.infrastructure.monitoring;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import clinic.appointments.infrastructure.patterns.ServiceFunction;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.xray.CfnGroup;
import software.amazon.awscdk.services.xray.CfnSamplingRule;
import software.constructs.Construct;

/** The starting points of an investigation: a group of the stage's traces, and queries of its logs. */
public final class Investigation extends Construct {

    private final String stage;

    public Investigation(Construct scope, String id) {
        super(scope, id);
        stage = Stage.of(this).getStageName();
    }

    /** Adds a group of the traces in which any of the functions takes part (X-Ray: "Use filter expressions"). */
    public void addTraceGroup(List<ServiceFunction> functions) {
        var anyOfThem = functions.stream().map(function -> function.function().getFunctionName())
                .map("service(id(name: \"%s\", type: \"AWS::Lambda::Function\"))"::formatted)
                .collect(Collectors.joining(" OR "));
        CfnGroup.Builder.create(this, "Traces").groupName(stage + "-appointments").filterExpression(anyOfThem)
                .insightsConfiguration(CfnGroup.InsightsConfigurationProperty.builder().insightsEnabled(true)
                        .notificationsEnabled(false).build())
                .build();
    }

    /**
     * Adds the rule for requests that are not yet sampled, as at the API. A function invoked without a decision uses
     * Lambda's own rule, which cannot be changed (Lambda: "Visualize Lambda function invocations using AWS X-Ray").
     *
     * @param tracedAs name under which X-Ray knows the API
     */
    public void addSamplingRule(Sampling sampling, String tracedAs) {
        CfnSamplingRule.Builder.create(this, "Sampling")
                .samplingRule(CfnSamplingRule.SamplingRuleProperty.builder().ruleName(stage + "-appointments")
                        .priority(100).reservoirSize(sampling.perSecond()).fixedRate(sampling.share())
                        .serviceName(tracedAs).serviceType("AWS::ApiGateway::Stage").host("*").httpMethod("*")
                        .urlPath("*").resourceArn("*").version(1).build())
                .build();
    }

    /** Adds the saved queries on the logs of all functions, and on the access log of the API. */
    public void addQueries(List<ServiceFunction> functions, LogGroup accesses) {
        var logs = functions.stream().map(ServiceFunction::logs).toList();
        var folder = new QueryFolder(this, "Queries");
        SavedQueries.all().forEach(query -> folder.add(query, switch (query.source()) {
            case FUNCTIONS -> logs;
            case ACCESSES -> List.of(accesses);
        }));
    }

    /** Adds the rules that name who is affected by the failures in these functions' logs. */
    public void addInsightRules(List<ServiceFunction> functions) {
        var rules = new Construct(this, "Rules");
        Arrays.stream(InsightRule.values())
                .forEach(rule -> rule.addTo(rules, functions.stream().map(ServiceFunction::logs)));
    }
}
