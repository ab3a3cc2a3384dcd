package clinic.appointments.management;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import clinic.appointments.runtime.QueueFunction;
import clinic.appointments.wire.RequestCodec;
import clinic.appointments.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Consumes the management queue: defines, retires and blocks resources, and keeps appointments. */
public final class ManagementProcessor implements RequestStreamHandler {

    private final QueueFunction function = Wiring.start("management", ManagementProcessor::function);

    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) throws IOException {
        function.process(event, response, context);
    }

    private static QueueFunction function(Wiring wiring) {
        return wiring.queueFunction(wiring.requestHandler(RequestCodec.ofManagementQueue(),
                ManagementCommands.of(wiring.stores(), wiring.terms(), wiring.clock())));
    }
}
