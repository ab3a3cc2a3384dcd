package clinic.appointments.local.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the page over plain HTTP. */
record Browser(LocalPage page, HttpClient http) implements AutoCloseable {

    Browser(LocalPage page) {
        this(page, HttpClient.newHttpClient());
    }

    URI address() {
        return page.address();
    }

    /** The view at a path, whole. */
    String get(String path) throws InterruptedException {
        HttpResponse<String> response = send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answers " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /**
     * Sends a command.
     *
     * @param headers name and value by turns
     */
    HttpResponse<String> post(String path, String body, String... headers) throws InterruptedException {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The lines of the stream of changes, as they come. */
    Stream<String> changes() throws InterruptedException {
        return send(request("/changes").GET().build(), HttpResponse.BodyHandlers.ofLines()).body();
    }

    /** The status line of a request that names another host; the JDK's client does not let a caller choose it. */
    String statusForHost(String host) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.address().getPort())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host)
                    .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every match of the expression's first group in a text. */
    static List<String> all(String expression, String text) {
        return Pattern.compile(expression).matcher(text).results().map(match -> match.group(1)).toList();
    }

    @Override
    public void close() {
        page.close();
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(page.address() + path));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws InterruptedException {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
