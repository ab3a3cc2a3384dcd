package clinic.appointments.confirmation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import clinic.appointments.log.LogContext;
import clinic.appointments.port.Appointments;
import clinic.appointments.runtime.InternalMessage;
import clinic.appointments.runtime.MessageHandler;
import clinic.appointments.runtime.QueueFunction;
import clinic.appointments.wire.FollowUpCodec;
import clinic.appointments.wire.RequestCodec;
import clinic.appointments.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Consumes the confirmation queue: confirms, completes and marks appointments, and sets their timers. */
public final class AppointmentConfirmationProcessor implements RequestStreamHandler {

    private final QueueFunction function = Wiring.start("confirmation", AppointmentConfirmationProcessor::function);

    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) throws IOException {
        function.process(event, response, context);
    }

    /** A message that is not a follow-up is a client's request, and gets a receipt even when it cannot be read. */
    private static QueueFunction function(Wiring wiring) {
        Appointments appointments = wiring.stores().appointments();
        DecideConfirmation decision = new DecideConfirmation(wiring.stores().patients(), wiring.policy());
        AppointmentTimers timers = new AppointmentTimers(wiring.channels().schedules(), wiring.channels().reminders(),
                wiring.clock());
        HandleFollowUp followUps = new HandleFollowUp(appointments, decision, timers, wiring.serviceLevels(),
                wiring.clock());
        MessageHandler requests = wiring.requestHandler(RequestCodec.ofConfirmationQueue(),
                ConfirmationCommands.of(wiring.stores(), decision, timers, wiring.clock()));
        return wiring.queueFunction((message, deadline) -> InternalMessage.handle(
                () -> FollowUpCodec.find(message.body()), found -> found.map(followUp -> {
                    LogContext.followUp(followUp);
                    return followUps.handle(followUp, message.sentAt());
                }).orElseGet(() -> requests.handle(message, deadline))));
    }
}
