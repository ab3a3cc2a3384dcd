package clinic.appointments.infrastructure.scheduling;

import java.util.List;
import java.util.Map;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.ScheduledMessage;
import clinic.appointments.infrastructure.messaging.WorkQueues;
import clinic.appointments.infrastructure.patterns.KeyUse;
import clinic.appointments.infrastructure.patterns.ServiceFunction;
import clinic.appointments.infrastructure.patterns.ServiceRole;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnSchedule.DeadLetterConfigProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.FlexibleTimeWindowProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.RetryPolicyProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.TargetProperty;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.constructs.Construct;

import static clinic.appointments.infrastructure.patterns.MainChild.DEFAULT_ID;

/**
 * The group of all schedules: one for each reminder or hold, made by a function, and the recurring one that starts
 * reconciliation. The scheduler delivers them with one role.
 */
public final class ReminderSchedules extends Construct {

    private static final String RECONCILIATION_RATE = "rate(15 minutes)";
    private static final int MAX_RECONCILIATION_AGE_SECONDS = 900;

    private final CfnScheduleGroup group;
    private final ServiceRole role;
    private final WorkQueues queues;

    public ReminderSchedules(Construct scope, String id, WorkQueues queues) {
        super(scope, id);
        this.queues = queues;
        group = CfnScheduleGroup.Builder.create(this, DEFAULT_ID).build();
        role = new ServiceRole(this, "Role",
                DeliveringScheduler.of(Stack.of(this).getAccount(), group.getAttrArn()));
        grantDeliver();
        scheduleReconciliation();
    }

    private void grantDeliver() {
        role.addToPolicy(PolicyStatement.Builder.create().actions(List.of("sqs:SendMessage"))
                .resources(List.of(queues.reminders().queue().getQueueArn(), queues.requests().queue().getQueueArn(),
                        queues.undelivered().getQueueArn()))
                .build());
        role.addToPolicy(KeyUse.through("sqs", Stack.of(this).getRegion(), queues.key().getKeyArn(), KeyUse.SEND));
    }

    private void scheduleReconciliation() {
        var schedule = CfnSchedule.Builder.create(this, "Reconciliation").groupName(group.getRef())
                .scheduleExpression(RECONCILIATION_RATE)
                .flexibleTimeWindow(FlexibleTimeWindowProperty.builder().mode("OFF").build())
                .target(TargetProperty.builder().arn(queues.reminders().queue().getQueueArn())
                        .roleArn(role.role().getRoleArn()).input(ScheduledMessage.RECONCILE)
                        .deadLetterConfig(
                                DeadLetterConfigProperty.builder().arn(queues.undelivered().getQueueArn()).build())
                        .retryPolicy(RetryPolicyProperty.builder()
                                .maximumEventAgeInSeconds(MAX_RECONCILIATION_AGE_SECONDS).build())
                        .build())
                .build();
        schedule.getNode().addDependency(role.role());
    }

    /** Lets a function make schedules in this group that send to the reminder and request queues with this role. */
    public void grantCreateSchedules(ServiceFunction function) {
        function.addEnvironment(EnvironmentKey.SCHEDULE_GROUP.name(), group.getRef());
        function.addEnvironment(EnvironmentKey.SCHEDULE_ROLE_ARN.name(), role.role().getRoleArn());
        function.addEnvironment(EnvironmentKey.SCHEDULE_DLQ_ARN.name(), queues.undelivered().getQueueArn());
        function.addEnvironment(EnvironmentKey.REMINDER_QUEUE_ARN.name(), queues.reminders().queue().getQueueArn());
        function.addEnvironment(EnvironmentKey.REQUEST_QUEUE_ARN.name(), queues.requests().queue().getQueueArn());
        function.addToRolePolicy(List.of("scheduler:CreateSchedule"),
                function.formatArn("scheduler", "schedule", group.getRef() + "/*"));
        function.addToRolePolicy(PolicyStatement.Builder.create().actions(List.of("iam:PassRole"))
                .resources(List.of(role.role().getRoleArn()))
                .conditions(Map.of("StringEquals", Map.of("iam:PassedToService", "scheduler.amazonaws.com"))).build());
    }
}
