package clinic.appointments.mailevent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import clinic.appointments.log.LogContext;
import clinic.appointments.runtime.InternalMessage;
import clinic.appointments.runtime.QueueFunction;
import clinic.appointments.wire.MailEventCodec;
import clinic.appointments.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Consumes the mail event queue: marks the patients whom e-mails do not reach. */
public final class MailEventProcessor implements RequestStreamHandler {

    private final QueueFunction function = Wiring.start("mailevent", MailEventProcessor::function);

    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) throws IOException {
        function.process(event, response, context);
    }

    private static QueueFunction function(Wiring wiring) {
        HandleMailEvent handle = new HandleMailEvent(wiring.stores().undeliverableMarks(), wiring.mailEvents(),
                wiring.clock());
        return wiring.queueFunction((received, _) -> InternalMessage.handle(() -> MailEventCodec.decode(received),
                event -> {
                    LogContext.mailEvent(event, received.messageId());
                    return handle.handle(event);
                }));
    }
}
