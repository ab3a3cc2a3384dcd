package clinic.appointments.local.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import clinic.appointments.local.page.DayBook.ApiRequest;
import clinic.appointments.local.stage.LocalStage;

/** The requests that were sent to the HTTP API from the view of a day. Safe for use by several threads. */
final class DayRequests {

    private static final int KEPT = 20;
    private static final String KEY = "Idempotency-Key";

    private final LocalStage stage;
    private final DayBook book;
    private final List<Sent> sent = new ArrayList<>();

    private record Sent(String command, String requestId, Instant at, int status) {
    }

    DayRequests(LocalStage stage, DayBook book) {
        this.stage = stage;
        this.book = book;
    }

    /** Sends the request of a command; the answer tells how to send it by hand. */
    PageAnswer send(String command, Visit visit) throws InterruptedException {
        ApiRequest request = book.request(command, visit.query());
        String id = UUID.randomUUID().toString();
        URI address = URI.create(stage.api() + request.path());
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(HttpRequest.newBuilder(address).header(KEY, id)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(request.body())).build(),
                    HttpResponse.BodyHandlers.ofString());
            remember(new Sent(command, id, stage.clock().instant(), response.statusCode()));
            return PageAnswer.text(response.statusCode() < 300 ? 200 : response.statusCode(),
                    response.body().strip() + "\n\n" + curl(address, id, request));
        } catch (IOException e) {
            throw new RefusedCommandException("The API does not answer: " + e.getMessage() + ".");
        }
    }

    private static String curl(URI address, String id, ApiRequest request) {
        return "curl -X POST '%s' -H 'Content-Type: application/json' -H '%s: %s' -d %s".formatted(address, KEY, id,
                Form.quoted(request.body()));
    }

    private synchronized void remember(Sent request) {
        sent.addFirst(request);
        if (sent.size() > KEPT) {
            sent.removeLast();
        }
    }

    /** Those that were sent last, the latest first. */
    synchronized List<AskedRequest> rows(StageReading reading) {
        return sent.stream().map(each -> new AskedRequest(each.command(), each.requestId(), each.at(),
                outcome(reading, each))).toList();
    }

    private static Outcome outcome(StageReading reading, Sent request) {
        if (request.status() >= 300) {
            return new Outcome("Refused", "HTTP " + request.status());
        }
        return reading.log().stream()
                .filter(line -> line.field("request_id").filter(request.requestId()::equals).isPresent())
                .flatMap(line -> Outcome.of(line).stream()).findFirst()
                .orElseGet(() -> new Outcome("Deferred", "PENDING"));
    }
}
