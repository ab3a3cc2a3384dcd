package clinic.appointments.infrastructure.patterns;

import java.util.List;

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
 * deployment configurations").
 */
public final class CanaryRelease extends Construct {

    /** Fewer failures in a minute are a hiccup that the next delivery heals. */
    private static final int MIN_FAILURES = 5;
    private static final MetricOptions EACH_MINUTE = MetricOptions.builder().period(Duration.minutes(1)).build();

    private final CanaryReleaseProps props;
    private final LambdaApplication application;
    private final ServiceRole role;
    private final Alarm failures;

    public CanaryRelease(Construct scope, String id, CanaryReleaseProps props) {
        super(scope, id);
        this.props = props;
        application = new LambdaApplication(this, DEFAULT_ID);
        role = new ServiceRole(this, "Role", new ServicePrincipal("codedeploy.amazonaws.com"));
        failures = alarm(this, "Failures", props.failures(), MIN_FAILURES);
    }

    /** Releases every new version of the function in this way. */
    public void addFunction(ServiceFunction function) {
        var release = new FunctionRelease(this, function.id());
        var errors = alarm(release, "Errors", function.alias().metricErrors(EACH_MINUTE), 1);
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of("lambda:GetAlias", "lambda:UpdateAlias", "lambda:GetProvisionedConcurrencyConfig"))
                .resources(List.of(function.function().getFunctionArn(), aliasArn(function))).build());
        role.applyBefore(LambdaDeploymentGroup.Builder.create(release, DEFAULT_ID)
                .application(application).alias(function.alias()).role(role.role())
                .deploymentConfig(LambdaDeploymentConfig.CANARY_10_PERCENT_5_MINUTES)
                .alarms(List.of(errors, failures)).autoRollback(AutoRollbackConfig.builder()
                        .failedDeployment(true).stoppedDeployment(true).deploymentInAlarm(true).build())
                .build());
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

    private Alarm alarm(Construct scope, String id, IMetric metric, int threshold) {
        var alarm = Alarm.Builder.create(scope, id).metric(metric).threshold(threshold).evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING).alarmDescription(props.description()).build();
        props.topic().addAlarm(alarm);
        role.addToPolicy(PolicyStatement.Builder.create().actions(List.of("cloudwatch:DescribeAlarms"))
                .resources(List.of(alarm.getAlarmArn())).build());
        return alarm;
    }
}
