package clinic.appointments.flow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

import clinic.appointments.acceptance.Acceptance;
import clinic.appointments.acceptance.JourneyResult;
import clinic.appointments.local.stage.LocalStage;
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
    void everyJourneyIsPassed() {
        int letters = stage.mails().size();
        var results = Acceptance.through(stage.api());

        assertThat(results).as(Acceptance.report(results)).hasSizeGreaterThan(9).allMatch(JourneyResult::isPassed);
        assertThat(stage.mails()).as("no made-up patient gets a letter").hasSize(letters);
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
