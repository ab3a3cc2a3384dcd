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
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.constructs.Construct;

/** The group that holds one schedule a reminder, and the role that the scheduler delivers reminders with. */
public final class ReminderSchedules {

    private final CfnScheduleGroup group;
    private final ServiceRole role;
    private final WorkQueues queues;

    public ReminderSchedules(Construct scope, WorkQueues queues) {
        this.queues = queues;
        group = CfnScheduleGroup.Builder.create(scope, "ReminderSchedules").build();
        role = new ServiceRole(scope, "ReminderScheduleRole",
                DeliveringScheduler.of(Stack.of(scope).getAccount(), group.getAttrArn()));
        deliversTo(Stack.of(scope).getRegion());
    }

    private void deliversTo(String region) {
        role.may(PolicyStatement.Builder.create().actions(List.of("sqs:SendMessage"))
                .resources(List.of(queues.reminders().queue().getQueueArn(), queues.undelivered().getQueueArn())));
        role.may(KeyUse.through("sqs", region, queues.key().key().getKeyArn(), KeyUse.SEND));
    }

    /** Lets a function plan reminders: make schedules in this group, and pass them this role. */
    public void arePlannedBy(ServiceFunction confirmation) {
        confirmation.reads(EnvironmentKey.SCHEDULE_GROUP, group.getRef());
        confirmation.reads(EnvironmentKey.SCHEDULE_ROLE_ARN, role.role().getRoleArn());
        confirmation.reads(EnvironmentKey.SCHEDULE_DLQ_ARN, queues.undelivered().getQueueArn());
        confirmation.reads(EnvironmentKey.REMINDER_QUEUE_ARN, queues.reminders().queue().getQueueArn());
        confirmation.may(List.of("scheduler:CreateSchedule"),
                confirmation.arnOf("scheduler", "schedule", group.getRef() + "/*"));
        confirmation.may(PolicyStatement.Builder.create().actions(List.of("iam:PassRole"))
                .resources(List.of(role.role().getRoleArn()))
                .conditions(Map.of("StringEquals", Map.of("iam:PassedToService", "scheduler.amazonaws.com"))));
    }
}
