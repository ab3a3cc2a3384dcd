package clinic.appointments.local.runtimeloop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;

import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;

/**
 * A client of the Lambda runtime API (Lambda: "Using the Lambda runtime API for custom runtimes", version 2018-06-01).
 */
final class RuntimeApiClient {

    private final URI root;

    /** @param address host and port, as in {@code AWS_LAMBDA_RUNTIME_API} */
    RuntimeApiClient(String address) {
        this.root = URI.create("http://" + address + "/2018-06-01/runtime/");
    }

    /** Waits for the next event without a time limit. */
    InvocationRequest next() throws IOException {
        HttpURLConnection connection = open("invocation/next");
        try (InputStream event = connection.getInputStream()) {
            InvocationRequest request = new InvocationRequest();
            request.setContent(event.readAllBytes());
            request.setId(connection.getHeaderField("Lambda-Runtime-Aws-Request-Id"));
            request.setXrayTraceId(connection.getHeaderField("Lambda-Runtime-Trace-Id"));
            request.setInvokedFunctionArn(connection.getHeaderField("Lambda-Runtime-Invoked-Function-Arn"));
            request.setDeadlineTimeInMs(Long.parseLong(connection.getHeaderField("Lambda-Runtime-Deadline-Ms")));
            return request;
        }
    }

    void respond(String requestId, byte[] response) throws IOException {
        post(open("invocation/" + requestId + "/response"), response);
    }

    void fail(String requestId, Failure failure) throws IOException {
        post("invocation/" + requestId + "/error", failure);
    }

    void initFailed(Failure failure) throws IOException {
        post("init/error", failure);
    }

    private void post(String path, Failure failure) throws IOException {
        HttpURLConnection connection = open(path);
        connection.setRequestProperty("Lambda-Runtime-Function-Error-Type", failure.type());
        post(connection, failure.body());
    }

    private static void post(HttpURLConnection connection, byte[] body) throws IOException {
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        try (InputStream answer = connection.getInputStream()) {
            answer.readAllBytes();
        }
    }

    private HttpURLConnection open(String path) throws IOException {
        return (HttpURLConnection) root.resolve(path).toURL().openConnection(Proxy.NO_PROXY);
    }
}
