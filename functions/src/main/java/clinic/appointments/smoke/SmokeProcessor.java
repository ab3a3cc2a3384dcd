package clinic.appointments.smoke;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import clinic.appointments.runtime.ScheduledFunction;
import clinic.appointments.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Takes one journey of the smoke test whenever its schedule starts it. */
public final class SmokeProcessor implements RequestStreamHandler {

    private final ScheduledFunction function = Wiring.start(SmokeProcessor::function);

    /** Returns the outcome for an operator who invokes the function by hand. */
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) throws IOException {
        function.process(event, response, context);
    }

    private static ScheduledFunction function(Wiring wiring) {
        SmokeTest test = new SmokeTest(wiring.channels().serviceApi(), wiring.journeyReport(), wiring.terms(),
                wiring.clock(),
                wiring.pause());
        return new ScheduledFunction("journey", deadline -> test.run(wiring.newId(), deadline).name());
    }
}
