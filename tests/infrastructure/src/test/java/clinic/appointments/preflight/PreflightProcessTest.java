package clinic.appointments.preflight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The program as the build starts it: its environment decides whom it asks and as whom, its status says the rest. */
class PreflightProcessTest {

    private static final Map<String, String> CREDENTIALS = Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY",
            "test");

    @TempDir
    private Path directory;

    /** What a process printed, and how it ended. */
    private record End(int status, String out, String problem) {
    }

    @Test
    void asksTheEndpointOfTheEnvironmentAndFailsWhenSomethingIsMissing() throws Exception {
        try (var aws = RecordedAnswers.of("ready", "fresh")) {
            var end = run("dev", aws.address().toString(), CREDENTIALS);
            assertThat(end.out()).contains("7 of 14 are missing.");
            assertThat(end.status()).isEqualTo(1);
        }
    }

    @Test
    void saysInOneSentenceThatThereAreNoCredentials() throws Exception {
        var end = run("dev", "http://127.0.0.1:9", Map.of());
        assertThat(end).isEqualTo(new End(1, "", "There are no AWS credentials: set AWS_PROFILE, or the variables "
                + "that aws configure export-credentials --format env prints.\n"));
    }

    @Test
    void saysInOneSentenceThatTheAddressDoesNotAnswer() throws Exception {
        var end = run("dev", "http://127.0.0.1:9", CREDENTIALS);
        assertThat(end).isEqualTo(new End(1, "",
                "http://127.0.0.1:9 does not answer: check the network, or unset AWS_ENDPOINT_URL.\n"));
    }

    @Test
    void namesTheKnownStages() throws Exception {
        var end = run("nowhere", "http://127.0.0.1:9", CREDENTIALS);
        assertThat(end).isEqualTo(
                new End(1, "", "There is no stage \"nowhere\": known stages are dev, staging, prod.\n"));
    }

    private End run(String stage, String endpoint, Map<String, String> credentials)
            throws IOException, InterruptedException {
        var out = directory.resolve("out");
        var problem = directory.resolve("problem");
        var process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Preflight.class.getName(), stage))
                .directory(directory.toFile()).redirectOutput(out.toFile()).redirectError(problem.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        process.environment().putAll(credentials);
        process.environment().putAll(Map.of("AWS_ENDPOINT_URL", endpoint, "AWS_EC2_METADATA_DISABLED", "true",
                "HOME", directory.toString()));
        var running = process.start();
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new End(running.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(problem, StandardCharsets.UTF_8));
    }
}
