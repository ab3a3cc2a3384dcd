package clinic.appointments.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The client of one journey, with a made-up patient and room of its own. It waits for outcomes as a client does, by
 * asking, and notes each step and request. Its patient wants no e-mails, so that none is sent.
 */
final class Visitor {

    /** Ids of made-up patients begin with it. */
    static final String PREFIX = "acceptance-";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MAX_WAIT = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Set<String> OPEN = Set.of("REQUESTED", "CONFIRMED");
    private static final int DAYS_TO_SEARCH = 14;

    private final SignedApi api;
    private final String id;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    /**
     * @param id unique to the journey and the run
     */
    Visitor(SignedApi api, String id) {
        this.api = api;
        this.id = id;
    }

    String patient() {
        return PREFIX + id;
    }

    String room() {
        return "room:" + PREFIX + id;
    }

    String email() {
        return PREFIX + id + "@example.org";
    }

    /** Registers the patient. */
    void register() {
        var body = JSON.createObjectNode().put("firstName", "Acceptance").put("lastName", "Testpatient")
                .put("email", email()).put("reminderPreference", "NONE");
        accepted(write("PUT", "/patients/" + patient(), body));
    }

    /** A free time of the room, as the body of a booking for the patient. */
    ObjectNode freeSlot() {
        var today = LocalDate.ofInstant(Instant.parse(read("/patients/" + patient()).text("updatedAt")),
                ZoneOffset.UTC);
        return IntStream.rangeClosed(2, DAYS_TO_SEARCH).mapToObj(today::plusDays).map(this::freeSlots)
                .flatMap(slots -> StreamSupport.stream(slots.spliterator(), false)).findFirst()
                .map(this::bookingOf)
                .orElseThrow(() -> new AssertionError("The room is not free within " + DAYS_TO_SEARCH + " days"));
    }

    private ObjectNode bookingOf(JsonNode slot) {
        ObjectNode booking = slot.deepCopy();
        booking.remove(List.of("startAt", "endAt"));
        booking.put("patientId", patient()).putArray("resourceIds").add(room());
        return booking;
    }

    private JsonNode freeSlots(LocalDate date) {
        return read("/resources/" + room() + "/free-slots?date=" + date + "&duration=PT30M").body().path("freeSlots");
    }

    /** Books, and returns the id of the appointment once it is confirmed, by hand if the stage wants that. */
    String book(ObjectNode booking) {
        var appointment = accepted(write("POST", "/appointments", booking)).text("appointmentId");
        confirmed(appointment);
        return appointment;
    }

    private void confirmed(String appointment) {
        var seen = until("settled", () -> appointment(appointment),
                found -> found.text("status").equals("CONFIRMED") || found.body().has("holdExpiresAt"));
        if (seen.body().has("holdExpiresAt")) {
            accepted(write("POST", "/appointments/" + appointment + "/confirm", JSON.createObjectNode()));
        }
        until("CONFIRMED", () -> appointment(appointment), found -> found.text("status").equals("CONFIRMED"));
    }

    ApiResponse appointment(String appointment) {
        return read("/appointments/" + appointment);
    }

    /** Sends a write under a new key, and returns the key. */
    String write(String method, String path, ObjectNode body) {
        return write(method, path, body, nextKey());
    }

    /** Sends a write under a key, and returns the key. */
    String write(String method, String path, ObjectNode body, String key) {
        assertThat(send(method, path, body, key).status()).as(method + " " + path).isEqualTo(202);
        return key;
    }

    /** Sends a write under a key. */
    ApiResponse send(String method, String path, ObjectNode body, String key) {
        requests.add(key);
        return timed(method + " " + path, () -> api.send(method, path, body.isEmpty() && method.equals("DELETE")
                ? ""
                : body.toString(), Map.of("Content-Type", "application/json", "Idempotency-Key", key)));
    }

    ApiResponse ask(String method, String path, String body) {
        return timed(method + " " + path, () -> api.send(method, path, body,
                body.isEmpty() ? Map.of() : Map.of("Content-Type", "application/json")));
    }

    ApiResponse read(String path) {
        var response = ask("GET", path, "");
        assertThat(response.status()).as("GET " + path).isEqualTo(200);
        return response;
    }

    /** The receipt of a request that must have been accepted. */
    ApiResponse accepted(String key) {
        var receipt = receipt(key);
        assertThat(receipt.text("state")).as("outcome of " + key + " " + receipt.text("code")).isEqualTo("ACCEPTED");
        return receipt;
    }

    /** The receipt of a request, once it has an outcome. */
    ApiResponse receipt(String key) {
        return until("outcome of " + key, () -> api.send("GET", "/requests/" + key, "", Map.of()),
                found -> found.status() == 200 && !found.text("state").equals("PENDING"));
    }

    /** Cancels what is still booked, and erases the patient. */
    void leave() {
        ask("GET", "/patients/" + patient() + "/appointments", "").body().path("appointments").valueStream()
                .filter(appointment -> OPEN.contains(appointment.path("status").asText()))
                .map(appointment -> "/appointments/" + appointment.path("appointmentId").asText() + "/cancel")
                .forEach(path -> send("POST", path, JSON.createObjectNode(), nextKey()));
        send("DELETE", "/patients/" + patient(), JSON.createObjectNode(), nextKey());
    }

    private String nextKey() {
        return id + "-" + (requests.size() + 1);
    }

    ApiResponse until(String name, Supplier<ApiResponse> question, Predicate<ApiResponse> answered) {
        return timed("wait: " + name, () -> Awaitility.await(name).atMost(MAX_WAIT).pollInterval(BETWEEN_LOOKS)
                .pollInSameThread().until(question::get, answered));
    }

    private <T> T timed(String name, Supplier<T> step) {
        var begin = System.nanoTime();
        var result = step.get();
        steps.add(new Step(name, Duration.ofNanos(System.nanoTime() - begin)));
        return result;
    }

    JourneyResult result(String journey, Optional<String> failure) {
        return new JourneyResult(journey, steps, requests, failure);
    }
}
