package clinic.appointments.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindow;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.Target;

/**
 * One-time schedules: messages that EventBridge Scheduler sends at a given time. A schedule is named after its message,
 * so that creating it again is neither an error nor a second schedule; it deletes itself.
 */
public final class OneTimeSchedules {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("'at('yyyy-MM-dd'T'HH:mm:ss')'")
            .withZone(ZoneOffset.UTC);
    /** Bounds of MaximumEventAgeInSeconds (EventBridge Scheduler API Reference, RetryPolicy). */
    private static final Duration MIN_EVENT_AGE = Duration.ofSeconds(60);
    private static final Duration MAX_EVENT_AGE = Duration.ofDays(1);

    private static final long NANOS_BELOW_A_SECOND = 999_999_999;

    private final SchedulerClient scheduler;
    private final ScheduleSettings settings;
    private final InstantSource clock;

    public OneTimeSchedules(SchedulerClient scheduler, ScheduleSettings settings, InstantSource clock) {
        this.scheduler = scheduler;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A message for a queue.
     *
     * @param name name of the schedule, at most 64 characters (EventBridge Scheduler API Reference, CreateSchedule)
     * @param window greatest delay of the sending, whole minutes; zero for no delay
     * @param useful time for which delivery is worth a try
     */
    record Planned(String name, String queueArn, String body, Instant at, Duration window, Duration useful) {
    }

    void create(Planned message) {
        try {
            scheduler.createSchedule(request(message));
        } catch (ConflictException existsAlready) {
            return;
        }
    }

    private CreateScheduleRequest request(Planned message) {
        return CreateScheduleRequest.builder().groupName(settings.group()).name(message.name())
                .scheduleExpression(AT.format(soonest(message.at()))).scheduleExpressionTimezone("UTC")
                .flexibleTimeWindow(window(message.window())).actionAfterCompletion(ActionAfterCompletion.DELETE)
                .target(target(message)).build();
    }

    /**
     * The earliest possible time. Scheduler refuses times in the past, and the second may have passed between the
     * decision and this call. Never earlier than asked: the consumer would refuse a message before its time.
     */
    private Instant soonest(Instant at) {
        Instant soonest = clock.instant().plusSeconds(2);
        return (at.isBefore(soonest) ? soonest : at).plusNanos(NANOS_BELOW_A_SECOND).truncatedTo(ChronoUnit.SECONDS);
    }

    private Target target(Planned message) {
        Duration useful = message.useful();
        Duration age = useful.compareTo(MIN_EVENT_AGE) < 0 ? MIN_EVENT_AGE
                : useful.compareTo(MAX_EVENT_AGE) > 0 ? MAX_EVENT_AGE : useful;
        return Target.builder().arn(message.queueArn()).roleArn(settings.roleArn()).input(message.body())
                .deadLetterConfig(dlq -> dlq.arn(settings.deadLetterQueueArn()))
                .retryPolicy(retry -> retry.maximumEventAgeInSeconds(Math.toIntExact(age.toSeconds()))).build();
    }

    private static FlexibleTimeWindow window(Duration window) {
        return window.isPositive()
                ? FlexibleTimeWindow.builder().mode(FlexibleTimeWindowMode.FLEXIBLE)
                        .maximumWindowInMinutes(Math.toIntExact(window.toMinutes())).build()
                : FlexibleTimeWindow.builder().mode(FlexibleTimeWindowMode.OFF).build();
    }
}
