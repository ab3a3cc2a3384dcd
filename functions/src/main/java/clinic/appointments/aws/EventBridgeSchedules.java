package clinic.appointments.aws;

import java.time.Duration;
import java.time.Instant;

import clinic.appointments.message.Correlation;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.port.Schedules;
import clinic.appointments.wire.Hash;
import clinic.appointments.wire.HoldCodec;
import clinic.appointments.wire.ReminderCodec;

/** {@link Schedules} on EventBridge Scheduler. */
public final class EventBridgeSchedules implements Schedules {

    /**
     * Allowance for the difference between the clocks of the scheduler and of the function: a hold must be over when
     * its end arrives.
     */
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
                targets.reminderQueue(), ReminderCodec.encode(message), dueAt, message.reminder().kind().window(),
                Duration.between(dueAt, uselessAt)));
    }

    @Override
    public void endHold(AppointmentId appointment, Instant end, Correlation correlation) {
        schedules.create(new OneTimeSchedules.Planned(HoldCodec.hashOf(appointment, end), targets.requestQueue(),
                HoldCodec.encode(appointment, end, correlation), end.plus(SKEW), Duration.ZERO, DAY));
    }
}
