package clinic.appointments.infrastructure.smoke;

import java.util.List;
import java.util.Objects;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.FunctionName;
import clinic.appointments.infrastructure.patterns.ServiceFunction;
import clinic.appointments.infrastructure.patterns.ServiceRole;
import clinic.appointments.infrastructure.scheduling.DeliveringScheduler;
import clinic.appointments.model.SmokeId;
import software.amazon.awscdk.CfnElement;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnSchedule.FlexibleTimeWindowProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.RetryPolicyProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.TargetProperty;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.constructs.Construct;

import static clinic.appointments.infrastructure.patterns.MainChild.DEFAULT_ID;

/**
 * The smoke test: a schedule that starts its function every few minutes. The function may use the API for its own
 * made-up patients only, whose ids no other client may use. A run that could not be started is not made up for: the
 * next one follows soon, and a missing metric sets off an alarm.
 */
public final class Smoke extends Construct {

    /** The operations of a journey, each for smoke ids only (API Gateway: "Control access for invoking an API"). */
    private static final List<String> OPERATIONS = List.of("PUT/patients/" + SmokeId.PREFIX + "*",
            "DELETE/patients/" + SmokeId.PREFIX + "*", "POST/appointments",
            "GET/appointments/" + SmokeId.PREFIX + "*", "POST/appointments/" + SmokeId.PREFIX + "*/cancel",
            "GET/requests/" + SmokeId.PREFIX + "*");
    private static final Duration MAX_AGE = Duration.minutes(1);

    private final SmokeSettings settings;
    private final ServiceFunction function;
    private final CfnScheduleGroup group;

    public Smoke(Construct scope, String id, SmokeProps props) {
        super(scope, id);
        settings = props.settings();
        function = props.functions().scheduledFunction(this, FunctionName.SMOKE);
        pinLogicalId();
        group = CfnScheduleGroup.Builder.create(this, DEFAULT_ID).build();
        props.api().grantCalls(function, OPERATIONS);
        schedule(starter());
    }

    /** The name by which the runbook and the local run find the function, wherever in the tree it is. */
    private void pinLogicalId() {
        ((CfnElement) Objects.requireNonNull(function.function().getNode().getDefaultChild()))
                .overrideLogicalId(function.id());
    }

    private ServiceRole starter() {
        var role = new ServiceRole(this, "Role", DeliveringScheduler.of(Stack.of(this).getAccount(),
                group.getAttrArn()));
        role.addToPolicy(PolicyStatement.Builder.create().actions(List.of("lambda:InvokeFunction"))
                .resources(List.of(function.alias().getFunctionArn())).build());
        return role;
    }

    private void schedule(ServiceRole role) {
        role.applyBefore(CfnSchedule.Builder.create(this, "Journeys").groupName(group.getRef())
                .scheduleExpression("rate(%d minutes)".formatted(settings.minutes()))
                .flexibleTimeWindow(FlexibleTimeWindowProperty.builder().mode("OFF").build())
                .target(TargetProperty.builder().arn(function.alias().getFunctionArn())
                        .roleArn(role.role().getRoleArn()).input("{}")
                        .retryPolicy(RetryPolicyProperty.builder().maximumRetryAttempts(0)
                                .maximumEventAgeInSeconds(MAX_AGE.toSeconds()).build())
                        .build())
                .build());
    }

    /** Tells a function which client the smoke test is: to all others, the function refuses smoke ids. */
    public void identifyTo(ServiceFunction processor) {
        processor.addEnvironment(EnvironmentKey.SMOKE_CLIENT.name(),
                Stack.of(this).getAccount() + "/" + function.roleName());
    }

    /** The function that takes the journeys. */
    public ServiceFunction function() {
        return function;
    }

    /** Time between two journeys. */
    public Duration interval() {
        return Duration.minutes(settings.minutes());
    }
}
