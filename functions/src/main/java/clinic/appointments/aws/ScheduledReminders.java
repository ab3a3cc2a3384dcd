package clinic.appointments.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import clinic.appointments.message.ReminderMessage;
import clinic.appointments.port.Reminders;
import clinic.appointments.wire.Hash;
import clinic.appointments.wire.ReminderCodec;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindow;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.Target;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * {@link Reminders} on SQS and EventBridge Scheduler: one schedule a reminder, whose name is derived from the reminder, so
 * that creating it again is no error and makes no second one.
 */
public final class ScheduledReminders implements Reminders {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("'at('yyyy-MM-dd'T'HH:mm:ss')'")
            .withZone(ZoneOffset.UTC);
    /** Bounds of MaximumEventAgeInSeconds (EventBridge Scheduler API Reference, RetryPolicy). */
    private static final Duration YOUNGEST = Duration.ofSeconds(60);
    private static final Duration OLDEST = Duration.ofSeconds(86_400);
    /** Spreads what would else fall into one minute: every appointment at 09:00 is reminded of at the same time. */
    private static final int WINDOW_MINUTES = 15;
    private static final Duration LONG_BEFORE = Duration.ofHours(1);

    private final SchedulerClient scheduler;
    private final SqsClient sqs;
    private final ReminderTargets targets;
    private final InstantSource clock;

    public ScheduledReminders(SchedulerClient scheduler, SqsClient sqs, ReminderTargets targets, InstantSource clock) {
        this.scheduler = scheduler;
        this.sqs = sqs;
        this.targets = targets;
        this.clock = clock;
    }

    @Override
    public void sendNow(ReminderMessage message) {
        sqs.sendMessage(send -> send.queueUrl(targets.queueUrl()).messageBody(ReminderCodec.encode(message))
                .messageAttributes(TrailAttributes.of(message.trail())));
    }

    @Override
    public void schedule(ReminderMessage message, Instant dueAt, Instant uselessAt) {
        try {
            scheduler.createSchedule(request(message, dueAt, uselessAt));
        } catch (ConflictException existsAlready) {
            return;
        }
    }

    private CreateScheduleRequest request(ReminderMessage message, Instant dueAt, Instant uselessAt) {
        return CreateScheduleRequest.builder().groupName(targets.scheduleGroup()).name(nameOf(message))
                .scheduleExpression(AT.format(roundedUp(dueAt))).scheduleExpressionTimezone("UTC")
                .flexibleTimeWindow(window(message)).actionAfterCompletion(ActionAfterCompletion.DELETE)
                .target(target(message, Duration.between(dueAt, uselessAt))).build();
    }

    /** A schedule in the past is refused; between the decision and this call the second may have passed. */
    private Instant roundedUp(Instant dueAt) {
        Instant soonest = clock.instant().plusSeconds(2);
        return (dueAt.isBefore(soonest) ? soonest : dueAt).truncatedTo(ChronoUnit.SECONDS);
    }

    private Target target(ReminderMessage message, Duration useful) {
        Duration age = useful.compareTo(YOUNGEST) < 0 ? YOUNGEST : useful.compareTo(OLDEST) > 0 ? OLDEST : useful;
        return Target.builder().arn(targets.queueArn()).roleArn(targets.roleArn()).input(ReminderCodec.encode(message))
                .deadLetterConfig(dlq -> dlq.arn(targets.deadLetterQueueArn()))
                .retryPolicy(retry -> retry.maximumEventAgeInSeconds(Math.toIntExact(age.toSeconds()))).build();
    }

    private static FlexibleTimeWindow window(ReminderMessage message) {
        boolean spread = message.reminder().offset().compareTo(LONG_BEFORE) > 0;
        return spread
                ? FlexibleTimeWindow.builder().mode(FlexibleTimeWindowMode.FLEXIBLE)
                        .maximumWindowInMinutes(WINDOW_MINUTES).build()
                : FlexibleTimeWindow.builder().mode(FlexibleTimeWindowMode.OFF).build();
    }

    /** A SHA-256 has 64 hexadecimal digits, which is as long as a name may be (EventBridge Scheduler quotas). */
    private static String nameOf(ReminderMessage message) {
        return Hash.of(message.appointmentId() + "/" + message.reminder());
    }
}
