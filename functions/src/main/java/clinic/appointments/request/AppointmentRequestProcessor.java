package clinic.appointments.request;

import clinic.appointments.runtime.QueueFunction;
import clinic.appointments.wire.RequestCodec;
import clinic.appointments.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

/** Consumes the request queue: validates requests, books and changes appointments, registers and erases patients. */
public final class AppointmentRequestProcessor implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final QueueFunction function = Wiring.start(AppointmentRequestProcessor::function);

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return function.process(event, context);
    }

    private static QueueFunction function(Wiring wiring) {
        return wiring.queueFunction(wiring.requestHandler(
                RequestCodec.ofRequestQueue(wiring.terms().zone(), wiring.clock()),
                RequestCommands.of(wiring.stores(), wiring.channels().followUps(), wiring.policy(), wiring.clock())));
    }
}
