package clinic.appointments.flow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.template.Queue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody has open who follows the runbook: its commands, and a stand-in for the AWS CLI that calls the gateway.
 */
final class RunbookShell {

    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
    private static final List<String> MONITORING = List.of("PagesDLQ");

    private final Path folder;
    private final Map<String, String> environment;

    /**
     * @param instead queues that stand in for others: nothing consumes them, so that what was sent there can be seen
     */
    RunbookShell(LocalStage stage, Path folder, Map<String, String> instead) throws IOException {
        this.folder = folder;
        Path programs = Files.createDirectories(folder.resolve("programs"));
        install("aws", programs);
        install("jq", programs);
        Path resources = Files.writeString(folder.resolve("resources"),
                stage.deployment().queues().stream().map(Queue::id)
                        .map(id -> resource(id, url(stage, instead.getOrDefault(id, id))))
                        .collect(Collectors.joining()));
        environment = Map.of("PATH", programs + ":" + System.getenv("PATH"), "BEHIND", System.getenv("PATH"),
                "COMMANDS", folder.resolve("commands").toString(), "STACK_RESOURCES", resources.toString(),
                "AWS_ENDPOINT_URL", stage.gateway().address().toString(), "AWS_REGION", stage.deployment().region(),
                "AWS_ACCESS_KEY_ID", stage.gateway().keys().operator());
    }

    /** The section's own commands, after those of the introduction; what they print. */
    String follow(String section) throws IOException, InterruptedException {
        return run(commands("How to look").replace("STAGE=prod", "STAGE=dev") + commands(section));
    }

    /** What any process of the machine could have read so far. */
    String commandLines() throws IOException {
        return Files.readString(folder.resolve("commands"));
    }

    private String run(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script"), script);
        Path output = folder.resolve("output");
        ProcessBuilder bash = new ProcessBuilder("bash", file.toString()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bash.environment().putAll(environment);
        Process running = bash.start();
        try {
            assertThat(running.waitFor(90, TimeUnit.SECONDS)).as("it ends on an empty queue").isTrue();
        } finally {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
        return Files.readString(output);
    }

    private static String commands(String section) throws IOException {
        String runbook = Files.readString(Path.of("docs/runbook.md"));
        String from = runbook.substring(runbook.indexOf("\n## " + section + "\n") + 1);
        String text = from.substring(0, from.indexOf("\n## ") < 0 ? from.length() : from.indexOf("\n## "));
        return BLOCK.matcher(text).results().map(found -> found.group(1))
                .collect(Collectors.joining());
    }

    private static void install(String program, Path folder) throws IOException {
        try (InputStream text = RunbookShell.class.getResourceAsStream(program)) {
            Path installed = folder.resolve(program);
            Files.copy(text, installed);
            assertThat(installed.toFile().setExecutable(true)).isTrue();
        }
    }

    private static String url(LocalStage stage, String queueId) {
        return stage.deployment().queues().stream().filter(queue -> queue.id().equals(queueId)).findFirst()
                .orElseThrow().url();
    }

    /** The template's logical ids go on after the construct's. */
    private static String resource(String queueId, String url) {
        String stack = MONITORING.contains(queueId) ? "dev-AppointmentMonitoring" : "dev-AppointmentData";
        return "%s %s1A2B3C4D %s%n".formatted(stack, queueId, url);
    }
}
