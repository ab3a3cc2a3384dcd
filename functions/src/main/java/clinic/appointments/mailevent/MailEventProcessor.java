package clinic.appointments.mailevent;

import clinic.appointments.runtime.InternalMessage;
import clinic.appointments.runtime.LogContext;
import clinic.appointments.runtime.QueueFunction;
import clinic.appointments.wire.MailEventCodec;
import clinic.appointments.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

/** Consumes the mail event queue: marks the patients whom e-mails do not reach. */
public final class MailEventProcessor implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final QueueFunction function = Wiring.start(MailEventProcessor::function);

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return function.process(event, context);
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
