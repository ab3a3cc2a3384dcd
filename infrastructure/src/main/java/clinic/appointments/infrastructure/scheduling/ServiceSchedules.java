package clinic.appointments.infrastructure.scheduling;

import java.util.List;
import java.util.Map;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.infrastructure.compute.KeyUse;
import clinic.appointments.infrastructure.compute.ServiceFunction;
import clinic.appointments.infrastructure.compute.ServiceRole;
import clinic.appointments.infrastructure.messaging.WorkQueues;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnSchedule.DeadLetterConfigProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.FlexibleTimeWindowProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.RetryPolicyProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.TargetProperty;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.constructs.Construct;

/**
 * What happens at a time: one schedule a reminder or hold, made by functions, and the regular search for what is
 * overdue. All are in one group, and the scheduler delivers them with one role.
 */
public final class ServiceSchedules {

    private static final String RECONCILE = "{\"schema\":2,\"type\":\"RECONCILE\"}";

    private final Construct scope;
    private final CfnScheduleGroup group;
    private final ServiceRole role;
    private final WorkQueues queues;

    public ServiceSchedules(Construct scope, WorkQueues queues) {
        this.scope = scope;
        this.queues = queues;
        group = CfnScheduleGroup.Builder.create(scope, "ReminderSchedules").build();
        role = new ServiceRole(scope, "ReminderScheduleRole",
                DeliveringScheduler.of(Stack.of(scope).getAccount(), group.getAttrArn()));
        deliversTo(Stack.of(scope).getRegion());
    }

    private void deliversTo(String region) {
        role.may(PolicyStatement.Builder.create().actions(List.of("sqs:SendMessage"))
                .resources(List.of(queues.reminders().queue().getQueueArn(), queues.requests().queue().getQueueArn(),
                        queues.undelivered().getQueueArn())));
        role.may(KeyUse.through("sqs", region, queues.key().key().getKeyArn(), KeyUse.SEND));
    }

    /** Lets a function make schedules in this group that send to the reminder and request queues, with this role. */
    public void areMadeBy(ServiceFunction confirmation) {
        confirmation.reads(EnvironmentKey.SCHEDULE_GROUP, group.getRef());
        confirmation.reads(EnvironmentKey.SCHEDULE_ROLE_ARN, role.role().getRoleArn());
        confirmation.reads(EnvironmentKey.SCHEDULE_DLQ_ARN, queues.undelivered().getQueueArn());
        confirmation.reads(EnvironmentKey.REMINDER_QUEUE_ARN, queues.reminders().queue().getQueueArn());
        confirmation.reads(EnvironmentKey.REQUEST_QUEUE_ARN, queues.requests().queue().getQueueArn());
        confirmation.may(List.of("scheduler:CreateSchedule"),
                confirmation.arnOf("scheduler", "schedule", group.getRef() + "/*"));
        confirmation.may(PolicyStatement.Builder.create().actions(List.of("iam:PassRole"))
                .resources(List.of(role.role().getRoleArn()))
                .conditions(Map.of("StringEquals", Map.of("iam:PassedToService", "scheduler.amazonaws.com"))));
    }

    /** Has what is overdue looked for, every quarter of an hour. */
    public void reconcileRegularly() {
        var schedule = CfnSchedule.Builder.create(scope, "Reconciliation").groupName(group.getRef())
                .scheduleExpression("rate(15 minutes)")
                .flexibleTimeWindow(FlexibleTimeWindowProperty.builder().mode("OFF").build())
                .target(TargetProperty.builder().arn(queues.reminders().queue().getQueueArn())
                        .roleArn(role.role().getRoleArn()).input(RECONCILE)
                        .deadLetterConfig(
                                DeadLetterConfigProperty.builder().arn(queues.undelivered().getQueueArn()).build())
                        .retryPolicy(RetryPolicyProperty.builder().maximumEventAgeInSeconds(900).build()).build())
                .build();
        schedule.getNode().addDependency(role.role());
    }
}
