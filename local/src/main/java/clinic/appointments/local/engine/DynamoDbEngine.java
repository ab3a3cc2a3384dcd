package clinic.appointments.local.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import clinic.appointments.local.call.AwsCallException;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.process.ChildProcess;
import clinic.appointments.local.process.Polling;
import clinic.appointments.local.template.Table;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * DynamoDB Local, in memory, in its own process: its licence allows running it, not combining it with other programs.
 * Unlike AWS, it deletes an expired item within about a second.
 */
public final class DynamoDbEngine implements AutoCloseable {

    private static final String MAIN = "software.amazon.dynamodb.services.local.main.ServerRunner";
    /** The engine accepts any key; one key sees one set of tables. */
    private static final String ACCESS_KEY = "local";
    private static final Duration MAX_START_TIME = Duration.ofSeconds(60);

    private final ChildProcess process;
    private final URI address;
    private final AwsCalls calls;

    private DynamoDbEngine(ChildProcess process, URI address, AwsCalls calls) {
        this.process = process;
        this.address = address;
        this.calls = calls;
    }

    /**
     * Starts the engine and waits until it answers.
     *
     * @param libraries folder with the engine's jars
     * @param logs folder that takes its log
     * @throws EngineException when the jars are missing or the engine does not come up
     */
    public static DynamoDbEngine start(Path libraries, Path logs, String region) {
        if (!Files.isDirectory(libraries)) {
            throw new EngineException("DynamoDB Local is missing in " + libraries + ": build module local/dynamodb.");
        }
        int port = freePort();
        Path log = logs.resolve("dynamodb.log");
        ChildProcess process = ChildProcess.start(command(libraries, logs, port), Map.of("DDB_LOCAL_TELEMETRY", "0"),
                logs, log);
        URI address = URI.create("http://127.0.0.1:" + port);
        DynamoDbEngine engine = new DynamoDbEngine(process, address, new AwsCalls(address, region));
        if (!Polling.until(engine::answers, process::isAlive, MAX_START_TIME)) {
            process.close();
            throw new EngineException("DynamoDB Local did not start; see " + log + ".");
        }
        return engine;
    }

    public URI address() {
        return address;
    }

    public long pid() {
        return process.pid();
    }

    /** Creates a table with its indexes and its time to live. */
    public void create(Table table) {
        try {
            calls.dynamoDb(ACCESS_KEY, "CreateTable", table.createRequest());
            table.timeToLiveAttribute().ifPresent(attribute -> enableTimeToLive(table.name(), attribute));
        } catch (AwsCallException e) {
            throw new EngineException("Table " + table.id() + " could not be created: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        process.close();
    }

    private void enableTimeToLive(String table, String attribute) {
        ObjectNode request = AwsCalls.body().put("TableName", table);
        request.putObject("TimeToLiveSpecification").put("AttributeName", attribute).put("Enabled", true);
        calls.dynamoDb(ACCESS_KEY, "UpdateTimeToLive", request);
    }

    private boolean answers() {
        try {
            calls.dynamoDb(ACCESS_KEY, "ListTables", AwsCalls.body());
            return true;
        } catch (AwsCallException _) {
            return false;
        }
    }

    private static List<String> command(Path libraries, Path logs, int port) {
        return List.of(ChildProcess.java(), "-Xmx320m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-Dlog4j2.configurationFile=" + logConfiguration(logs).toUri(), "-cp", libraries + "/*", MAIN,
                "-inMemory", "-sharedDb", "-disableTelemetry", "-port", String.valueOf(port));
    }

    /** The engine logs access keys and item content at its own level, and a stack trace for each failed condition. */
    private static Path logConfiguration(Path logs) {
        Path file = logs.resolve("dynamodb-log4j2.xml");
        try (InputStream configuration = DynamoDbEngine.class.getResourceAsStream("dynamodb-log4j2.xml")) {
            Files.write(file, configuration.readAllBytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
