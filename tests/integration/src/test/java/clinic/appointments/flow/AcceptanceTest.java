package clinic.appointments.flow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

import clinic.appointments.acceptance.Acceptance;
import clinic.appointments.acceptance.JourneyResult;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The journeys that a deployed stage must pass are passed on this machine. */
@ExtendWith(StageExtension.class)
class AcceptanceTest {

    private final LocalStage stage;

    AcceptanceTest(LocalStage stage) {
        this.stage = stage;
    }

    @Test
    void everyJourneyIsPassed() throws InterruptedException {
        int letters = stage.mails().size();
        var results = Acceptance.through(stage.api());
        stage.awaitIdle();

        assertThat(results).as(Acceptance.report(results)).hasSizeGreaterThan(9).allMatch(JourneyResult::isPassed);
        assertThat(stage.mails()).as("no made-up patient gets a letter").hasSize(letters);
        assertThat(made("AppointmentsTable")).as("no made-up patient keeps an appointment").isNotEmpty()
                .noneMatch(appointment -> List.of("REQUESTED", "CONFIRMED")
                        .contains(appointment.at("/status/S").asText()));
        assertThat(made("PatientsTable")).as("every made-up patient is erased").isNotEmpty()
                .noneMatch(patient -> patient.has("lastName"));
    }

    private List<JsonNode> made(String table) {
        return new Search(stage).table(table)
                .filter(item -> item.at("/patientId/S").asText().startsWith("acceptance-")).toList();
    }

    @Test
    void noJourneyPassesWhereEverythingFails() throws IOException {
        var broken = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        broken.createContext("/", exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        broken.start();
        try {
            var results = Acceptance.through(URI.create("http://127.0.0.1:" + broken.getAddress().getPort()));

            assertThat(results).noneMatch(JourneyResult::isPassed);
            assertThat(results).allSatisfy(result -> assertThat(Acceptance.report(results))
                    .contains("PUT /patients", "500", String.join(", ", result.requests())));
        } finally {
            broken.stop(0);
        }
    }
}
