package clinic.appointments.infrastructure.compute;

import java.util.List;

import clinic.appointments.contract.MetricName;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.codedeploy.AutoRollbackConfig;
import software.amazon.awscdk.services.codedeploy.LambdaApplication;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentGroup;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * Hands invocations over to new versions step by step, and back as soon as a function fails meanwhile, or messages do
 * (CodeDeploy: "Working with deployment configurations").
 */
final class CanaryRelease {

    /** So many failed messages in a minute are not a hiccup that the next delivery heals. */
    private static final int TROUBLE = 5;
    private static final MetricOptions EACH_MINUTE = MetricOptions.builder().period(Duration.minutes(1)).build();

    private final Construct scope;
    private final LambdaApplication application;
    private final ServiceRole role;
    private final AlarmTopic alarmChanges;
    private final Alarm failedMessages;

    CanaryRelease(Construct scope, AlarmTopic alarmChanges) {
        this.scope = scope;
        this.alarmChanges = alarmChanges;
        application = new LambdaApplication(scope, "Release");
        role = new ServiceRole(scope, "ReleaseRole", new ServicePrincipal("codedeploy.amazonaws.com"));
        failedMessages = watched("ReleaseFailedMessages", ServiceMetrics.of(scope).total(MetricName.FAILED),
                TROUBLE);
    }

    /** Releases each further version of the function in this way. */
    void guards(ServiceFunction function) {
        var alias = function.live();
        var errors = watched(function.id() + "ReleaseErrors", alias.metricErrors(EACH_MINUTE), 1);
        role.may(PolicyStatement.Builder.create()
                .actions(List.of("lambda:GetAlias", "lambda:UpdateAlias", "lambda:GetProvisionedConcurrencyConfig"))
                .resources(List.of(function.function().getFunctionArn(), live(function))));
        role.isNeededBy(LambdaDeploymentGroup.Builder.create(scope, function.id() + "Release").application(application)
                .alias(alias)
                .role(role.role()).deploymentConfig(LambdaDeploymentConfig.CANARY_10_PERCENT_5_MINUTES)
                .alarms(List.of(errors, failedMessages)).autoRollback(AutoRollbackConfig.builder()
                        .failedDeployment(true).stoppedDeployment(true).deploymentInAlarm(true).build())
                .build());
    }

    /** The alias itself waits for the deployment group, which waits for this permission. */
    private static String live(ServiceFunction function) {
        return function.function().getFunctionArn() + ":" + ServiceFunction.LIVE;
    }

    private Alarm watched(String id, IMetric metric, int threshold) {
        var alarm = Alarm.Builder.create(scope, id).metric(metric).threshold(threshold).evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .alarmDescription("Takes a release back. docs/runbook.md#release").build();
        alarmChanges.hears(alarm);
        role.may(PolicyStatement.Builder.create().actions(List.of("cloudwatch:DescribeAlarms"))
                .resources(List.of(alarm.getAlarmArn())));
        return alarm;
    }
}
