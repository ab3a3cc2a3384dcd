package clinic.appointments.alarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import clinic.appointments.flow.Service;
import clinic.appointments.local.stage.LocalStage;

/** The usual work of clients: somebody books, and somebody asks for an appointment over HTTP. */
final class Clients {

    private static final int SLOTS_A_DAY = 16;
    private static final LocalTime OPENING = LocalTime.of(8, 0);
    private static final Duration SLOT = Duration.ofMinutes(30);

    private final LocalStage stage;
    private final Service service;
    private final String patient = Service.unique("patient");
    private final LocalDate first;
    private final HttpClient http = HttpClient.newHttpClient();
    private int booked;

    private Clients(LocalStage stage) {
        this.stage = stage;
        this.service = new Service(stage);
        this.first = service.inDays(3);
    }

    /** Of a patient who is registered already. */
    static Clients of(LocalStage stage) throws InterruptedException {
        Clients clients = new Clients(stage);
        clients.service.register(clients.patient);
        stage.awaitIdle();
        return clients;
    }

    /** Books a time that is free. */
    void book() {
        LocalTime start = OPENING.plus(SLOT.multipliedBy(booked % SLOTS_A_DAY));
        service.book(Service.unique("book"), patient, first.plusDays(booked / SLOTS_A_DAY), start.toString(),
                start.plus(SLOT).toString(), "room:" + patient);
        booked++;
    }

    /** Asks for the patient. */
    void ask(LocalMetrics seen) throws InterruptedException {
        send(seen, HttpRequest.newBuilder(URI.create(stage.api() + "/patients/" + patient)).GET());
    }

    /** Cancels an appointment over HTTP, which only sends a message. */
    void cancel(LocalMetrics seen) throws InterruptedException {
        send(seen, HttpRequest.newBuilder(URI.create(stage.api() + "/appointments/none/cancel"))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    private void send(LocalMetrics seen, HttpRequest.Builder request) throws InterruptedException {
        Instant at = stage.clock().instant();
        Instant begun = Instant.now();
        try {
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
            seen.answered(at, status, Duration.between(begun, Instant.now()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
