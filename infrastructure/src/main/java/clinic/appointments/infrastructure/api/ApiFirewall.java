package clinic.appointments.infrastructure.api;

import java.util.List;
import java.util.Map;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.Stage;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.wafv2.CfnLoggingConfiguration;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

import static clinic.appointments.infrastructure.patterns.MainChild.DEFAULT_ID;

/** Blocks addresses that flood the API. */
final class ApiFirewall extends Construct {

    private final CfnWebACL rules;

    /**
     * @param requestsPerAddress requests in five minutes after which an address is blocked
     */
    ApiFirewall(Construct scope, String id, int requestsPerAddress) {
        super(scope, id);
        rules = CfnWebACL.Builder.create(this, DEFAULT_ID).scope("REGIONAL")
                .defaultAction(CfnWebACL.DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build()).build())
                .visibilityConfig(counted("Api")).rules(List.of(floods(requestsPerAddress))).build();
    }

    /** Puts the firewall in front of a stage of an API. */
    void protect(Stage stage) {
        CfnWebACLAssociation.Builder.create(this, "Association").resourceArn(stage.getStageArn())
                .webAclArn(rules.getAttrArn()).build();
    }

    /** Logs requests without query string and signature. */
    void addLog(ILogGroup group) {
        var arn = Stack.of(this).formatArn(ArnComponents.builder().service("logs").resource("log-group")
                .resourceName(group.getLogGroupName()).arnFormat(ArnFormat.COLON_RESOURCE_NAME).build());
        CfnLoggingConfiguration.Builder.create(this, "Logging").resourceArn(rules.getAttrArn())
                .logDestinationConfigs(List.of(arn)).redactedFields(List.of(
                        CfnLoggingConfiguration.FieldToMatchProperty.builder().queryString(Map.of()).build(),
                        CfnLoggingConfiguration.FieldToMatchProperty.builder()
                                .singleHeader(Map.of("Name", "authorization")).build()))
                .build();
    }

    private static CfnWebACL.RuleProperty floods(int requestsPerAddress) {
        return CfnWebACL.RuleProperty.builder().name("Floods").priority(0)
                .action(CfnWebACL.RuleActionProperty.builder().block(CfnWebACL.BlockActionProperty.builder().build())
                        .build())
                .statement(CfnWebACL.StatementProperty.builder()
                        .rateBasedStatement(CfnWebACL.RateBasedStatementProperty.builder().limit(requestsPerAddress)
                                .aggregateKeyType("IP").build())
                        .build())
                .visibilityConfig(counted("Floods")).build();
    }

    /** Requests are not sampled, because a sample shows the headers. */
    private static CfnWebACL.VisibilityConfigProperty counted(String metric) {
        return CfnWebACL.VisibilityConfigProperty.builder().cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(false).metricName(metric).build();
    }
}
