package clinic.appointments.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import com.amazonaws.services.lambda.runtime.Context;

/** A function that reads its event, and writes its response, as JSON. */
public interface StreamFunction {

    /**
     * Processes one event.
     *
     * @throws IOException when the event cannot be read, or the response cannot be written
     */
    void process(InputStream event, OutputStream response, Context context) throws IOException;
}
