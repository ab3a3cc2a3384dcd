package clinic.appointments.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.FaultEffect;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;

import static clinic.appointments.local.gateway.Service.SQS;

/** Runs of the smoke test of a stage, each started by its schedule. */
public record SmokeRuns(LocalStage stage) {

    public static SmokeRuns on(LocalStage stage) {
        return new SmokeRuns(stage);
    }

    /** One more run. */
    public SmokeRuns succeed() throws InterruptedException {
        stage.runAhead(Duration.ofMinutes(5));
        stage.fireRecurring();
        return this;
    }

    /** One more run, whose first request SQS does not take from the API. */
    public SmokeRuns fail() throws InterruptedException {
        stage.gateway().faults().before(CallMatch.of(SQS, "SendMessage").by("AppointmentApiRole"),
                new FaultEffect.Fail());
        return succeed();
    }

    /** The lines that the smoke test's function has written, oldest first. */
    List<JsonNode> lines() {
        return lines(FunctionName.SMOKE);
    }

    /** The lines that a function has written, oldest first. */
    List<JsonNode> lines(FunctionName function) {
        Path log = stage.logDirectory().resolve(function.id() + ".log");
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith("{")).map(Service::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
