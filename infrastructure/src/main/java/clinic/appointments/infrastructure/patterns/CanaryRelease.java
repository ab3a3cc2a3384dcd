package clinic.appointments.infrastructure.patterns;

import java.util.List;
import java.util.TreeMap;

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

import static clinic.appointments.infrastructure.patterns.MainChild.DEFAULT_ID;

/**
 * Shifts invocations to a new version step by step, and back as soon as an alarm goes off (CodeDeploy: "Working with
 * deployment configurations"). The alarms watch the new version only: CodeDeploy stops a deployment while an alarm is
 * on, so that failures of the old version would keep out the one that mends them (CodeDeploy: "Monitoring deployments
 * with CloudWatch alarms").
 */
public final class CanaryRelease extends Construct {

    /** One failure in a minute is a hiccup that the next delivery heals; a canary sees a tenth of the messages. */
    private static final int MIN_FAILURES = 2;

    private final CanaryReleaseProps props;
    private final LambdaApplication application;
    private final ServiceRole role;

    public CanaryRelease(Construct scope, String id, CanaryReleaseProps props) {
        super(scope, id);
        this.props = props;
        application = new LambdaApplication(this, DEFAULT_ID);
        role = new ServiceRole(this, "Role", new ServicePrincipal("codedeploy.amazonaws.com"));
    }

    /** Releases every new version of the function in this way. */
    public void addFunction(ServiceFunction function) {
        var release = new FunctionRelease(this, function.id());
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of("lambda:GetAlias", "lambda:UpdateAlias", "lambda:GetProvisionedConcurrencyConfig"))
                .resources(List.of(function.function().getFunctionArn(), aliasArn(function))).build());
        role.applyBefore(LambdaDeploymentGroup.Builder.create(release, DEFAULT_ID)
                .application(application).alias(function.alias()).role(role.role())
                .deploymentConfig(LambdaDeploymentConfig.CANARY_10_PERCENT_5_MINUTES)
                .alarms(alarms(release, function)).autoRollback(AutoRollbackConfig.builder()
                        .failedDeployment(true).stoppedDeployment(true).deploymentInAlarm(true).build())
                .build());
    }

    private List<Alarm> alarms(FunctionRelease release, ServiceFunction function) {
        var errors = alarm(release, function, "Errors", errors(function), 1);
        return switch (function) {
            case QueueProcessor processor -> List.of(errors,
                    alarm(release, function, "Failures", props.failures().apply(processor), MIN_FAILURES));
            case ServiceFunction _ -> List.of(errors);
        };
    }

    /** Errors of the version that is being released (Lambda: "Types of metrics for Lambda functions"). */
    private static IMetric errors(ServiceFunction function) {
        var dimensions = new TreeMap<String, String>();
        dimensions.put("ExecutedVersion", function.version());
        dimensions.put("FunctionName", function.function().getFunctionName());
        dimensions.put("Resource", function.function().getFunctionName() + ":" + ServiceFunction.LIVE);
        return function.function()
                .metricErrors(MetricOptions.builder().dimensionsMap(dimensions).period(Duration.minutes(1)).build());
    }

    /** The alias itself waits for the deployment group, which waits for this permission. */
    private static String aliasArn(ServiceFunction function) {
        return function.function().getFunctionArn() + ":" + ServiceFunction.LIVE;
    }

    /** The deployment group of one function, with its alarm. */
    private static final class FunctionRelease extends Construct {

        FunctionRelease(Construct scope, String id) {
            super(scope, id);
        }
    }

    /**
     * An alarm of one version. Its name makes it a new alarm for each version: an alarm that is only updated keeps its
     * state (CloudWatch API, "PutMetricAlarm"), and the one that took a bad version back would stop the next one.
     */
    private Alarm alarm(Construct scope, ServiceFunction function, String id, IMetric metric, int threshold) {
        var alarm = Alarm.Builder.create(scope, id).metric(metric).threshold(threshold).evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING).alarmDescription(props.description())
                .alarmName(function.function().getFunctionName() + "-" + function.version() + "-" + id).build();
        props.topic().addAlarm(alarm);
        role.addToPolicy(PolicyStatement.Builder.create().actions(List.of("cloudwatch:DescribeAlarms"))
                .resources(List.of(alarm.getAlarmArn())).build());
        return alarm;
    }
}
