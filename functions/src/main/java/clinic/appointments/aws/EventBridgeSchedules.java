package clinic.appointments.aws;

import java.time.Duration;
import java.time.Instant;

import clinic.appointments.message.ReminderMessage;
import clinic.appointments.message.Trail;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.ReminderKind;
import clinic.appointments.port.Schedules;
import clinic.appointments.wire.Hash;
import clinic.appointments.wire.HoldCodec;
import clinic.appointments.wire.ReminderCodec;

/** {@link Schedules} on EventBridge Scheduler. */
public final class EventBridgeSchedules implements Schedules {

    /** Spreads what would else fall into one minute: every appointment at 09:00 is reminded of at the same time. */
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration LONG_BEFORE = Duration.ofHours(1);
    /** The clocks of the scheduler and of the function may differ: a hold must be over when its end comes. */
    private static final Duration SKEW = Duration.ofSeconds(2);
    private static final Duration DAY = Duration.ofDays(1);

    private final OneTimeSchedules schedules;
    private final Targets targets;

    /** ARNs of the queues that schedules send to. */
    public record Targets(String reminderQueue, String requestQueue) {
    }

    public EventBridgeSchedules(OneTimeSchedules schedules, Targets targets) {
        this.schedules = schedules;
        this.targets = targets;
    }

    @Override
    public void remind(ReminderMessage.Remind message, Instant dueAt, Instant uselessAt) {
        schedules.create(new OneTimeSchedules.Planned(Hash.of(message.appointmentId() + "/" + message.reminder()),
                targets.reminderQueue(), ReminderCodec.encode(message), dueAt, window(message.reminder().kind()),
                Duration.between(dueAt, uselessAt)));
    }

    @Override
    public void endHold(AppointmentId appointment, Instant end, Trail trail) {
        schedules.create(new OneTimeSchedules.Planned(HoldCodec.hashOf(appointment, end), targets.requestQueue(),
                HoldCodec.encode(appointment, end, trail), end.plus(SKEW), Duration.ZERO, DAY));
    }

    private static Duration window(ReminderKind kind) {
        return switch (kind) {
            case ReminderKind.Before(var distance) -> distance.compareTo(LONG_BEFORE) > 0 ? WINDOW : Duration.ZERO;
            case ReminderKind.DaysBefore _ -> WINDOW;
            case ReminderKind.Notice _ -> Duration.ZERO;
        };
    }
}
