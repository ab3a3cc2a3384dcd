package clinic.appointments.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import clinic.appointments.runtime.QueueFunction;
import clinic.appointments.wire.RequestCodec;
import clinic.appointments.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Consumes the request queue: validates requests, books and changes appointments, registers and erases patients. */
public final class AppointmentRequestProcessor implements RequestStreamHandler {

    private final QueueFunction function = Wiring.start("request", AppointmentRequestProcessor::function);

    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) throws IOException {
        function.process(event, response, context);
    }

    private static QueueFunction function(Wiring wiring) {
        return wiring.queueFunction(wiring.requestHandler(
                RequestCodec.ofRequestQueue(wiring.terms().zone(), wiring.clock()),
                RequestCommands.of(wiring.stores(), wiring.channels().followUps(), wiring.policy(), wiring.clock())));
    }
}
