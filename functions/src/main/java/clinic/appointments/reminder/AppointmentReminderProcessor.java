package clinic.appointments.reminder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import clinic.appointments.log.LogContext;
import clinic.appointments.message.MessageGroup;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.runtime.InternalMessage;
import clinic.appointments.runtime.QueueFunction;
import clinic.appointments.wire.ReminderCodec;
import clinic.appointments.wiring.Channels;
import clinic.appointments.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Consumes the reminder queue: sends the reminders that are still due, and searches for overdue work. */
public final class AppointmentReminderProcessor implements RequestStreamHandler {

    private final QueueFunction function = Wiring.start("reminder", AppointmentReminderProcessor::function);

    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) throws IOException {
        function.process(event, response, context);
    }

    /** One reminder after another: the function's concurrency keeps the rate of e-mails below the quota of SES. */
    private static QueueFunction function(Wiring wiring) {
        SendReminder send = SendReminder.of(wiring.stores(), wiring.channels().notifications(),
                wiring.quietHours(), wiring.locale(), wiring.serviceLevels(), wiring.clock());
        Channels channels = wiring.channels().inGroup(MessageGroup.RECONCILIATION);
        Reconcile reconcile = new Reconcile(wiring.stores().readableSearch(),
                new OverdueMessages(channels.followUps(), channels.holds(), channels.reminders()),
                wiring.stores().unresolvedRequests(), wiring.gauges(), wiring.clock());
        RebuildEmailIndex rebuild = new RebuildEmailIndex(wiring.stores().emailIndex(), channels.reminders());
        return wiring.serialQueueFunction((received, deadline) -> InternalMessage.handle(
                () -> ReminderCodec.decode(received), message -> {
                    LogContext.reminder(message);
                    return switch (message) {
                        case ReminderMessage.Remind remind -> send.handle(remind, received.delivery(), deadline);
                        case ReminderMessage.Reconcile search -> reconcile.handle(search, deadline);
                        case ReminderMessage.RebuildEmailIndex rebuilding -> rebuild.handle(rebuilding, deadline);
                    };
                }));
    }
}
