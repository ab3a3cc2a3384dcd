package clinic.appointments.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;

/** A client of the HTTP API. */
record Client(URI address, HttpClient http) {

    Client(URI address) {
        this(address, HttpClient.newHttpClient());
    }

    /**
     * @param headers name and value by turns
     */
    HttpResponse<String> send(String method, String path, String body, String... headers) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).method(method,
                HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a JSON body as the request of that id. */
    HttpResponse<String> request(String id, String method, String path, String body) throws InterruptedException {
        return send(method, path, body, "Content-Type", "application/json", "Idempotency-Key", id);
    }

    HttpResponse<String> get(String path) throws InterruptedException {
        return send("GET", path, "");
    }

    static JsonNode json(HttpResponse<String> response) {
        return Service.read(response.body());
    }
}
