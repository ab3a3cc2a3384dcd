package clinic.appointments.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.local.function.RuntimeKind;
import clinic.appointments.local.stage.Ports;
import clinic.appointments.local.stage.StageException;

/**
 * The options of the local run, from system properties of the same names.
 *
 * @param keep stay up until Ctrl-C
 * @param open stay up and open the page in a browser
 * @param session a saved session to open instead
 * @param story an id whose story to tell instead
 * @param events folder with the messages to send
 * @param invoke run one function on one event instead
 * @param port the gateway's port; the API takes the next one; 0 takes free ports
 * @param ahead time by which the clock is run ahead once everything is idle
 * @param runtime the program that runs the handlers, {@code native} or {@code java}
 * @param started the start of the command
 */
record RunSettings(String stage, boolean keep, boolean open, Optional<Path> session, Optional<String> story,
        Path events, Optional<DirectCall> invoke, int port,
        Duration ahead,
        RuntimeKind runtime, Instant started) {

    /** The stages of the CDK app. */
    static final List<String> STAGES = List.of("dev", "staging", "prod");

    /**
     * Reads the properties; an empty value counts as absent.
    *
    * @throws StageException when a value is invalid or names something that does not exist
     */
    static RunSettings of(Properties properties, Instant now) {
        Optional<DirectCall> invoke = invoke(properties);
        Optional<Path> session = session(properties);
        Optional<String> story = text(properties, "story");
        boolean open = session.isPresent() || flag(properties, "open");
        return new RunSettings(stage(properties), open || flag(properties, "keep"), open, session, story,
                events(properties, Stream.of(invoke, session, story).allMatch(Optional::isEmpty)), invoke,
                port(properties), ahead(properties), runtime(properties), started(properties, now));
    }

    private static String stage(Properties properties) {
        return oneOf("-Dstage", text(properties, "stage").orElse("dev"), STAGES);
    }

    private static boolean flag(Properties properties, String name) {
        return oneOf("-D" + name, text(properties, name).orElse("false"), List.of("true", "false")).equals("true");
    }

    private static Optional<Path> session(Properties properties) {
        return text(properties, "open").filter(value -> value.endsWith(".zip")).map(file -> file("-Dopen", file));
    }

    private static Path events(Properties properties, boolean fed) {
        Path events = Path.of(text(properties, "events").orElse("events"));
        if (fed && !Files.isDirectory(events)) {
            throw new StageException("-Devents=" + events + ": the folder does not exist.");
        }
        if (fed && isWithoutJson(events)) {
            throw new StageException("-Devents=" + events + ": the folder contains no *.json file.");
        }
        return events;
    }

    private static boolean isWithoutJson(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.noneMatch(file -> file.toString().endsWith(".json"));
        } catch (IOException _) {
            throw new StageException("-Devents=" + folder + ": the folder cannot be read.");
        }
    }

    private static Optional<DirectCall> invoke(Properties properties) {
        Optional<String> function = text(properties, "invoke");
        Optional<String> event = text(properties, "event");
        if (function.isPresent() != event.isPresent()) {
            throw new StageException("-Dinvoke=<function> and -Devent=<file> must be given together.");
        }
        return function.map(name -> new DirectCall(function(name), file("-Devent", event.get())));
    }

    private static String function(String name) {
        return oneOf("-Dinvoke", name, Arrays.stream(FunctionName.values()).map(FunctionName::id).toList());
    }

    private static Path file(String option, String name) {
        if (!Files.isReadable(Path.of(name)) || Files.isDirectory(Path.of(name))) {
            throw new StageException(option + "=" + name + ": the file does not exist or cannot be read.");
        }
        return Path.of(name);
    }

    private static int port(Properties properties) {
        String port = text(properties, "port").orElse("0");
        if (!port.matches("\\d{1,5}")) {
            throw new StageException("-Dport=" + port + " is not a port number.");
        }
        Ports.of(Integer.parseInt(port)).requireFree();
        return Integer.parseInt(port);
    }

    private static Duration ahead(Properties properties) {
        String ahead = text(properties, "ahead").orElse("P2D");
        try {
            return Optional.of(Duration.parse(ahead)).filter(by -> !by.isNegative())
                    .orElseThrow(() -> new StageException("-Dahead=" + ahead + " would turn the clock back."));
        } catch (DateTimeException _) {
            throw new StageException("-Dahead=" + ahead + " is not an ISO-8601 duration such as P2D or PT36H.");
        }
    }

    private static RuntimeKind runtime(Properties properties) {
        List<String> known = RuntimeKind.available().stream().map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
        String runtime = text(properties, "runtime").orElse(RuntimeKind.ofThisSystem().name()).toLowerCase(Locale.ROOT);
        return RuntimeKind.valueOf(oneOf("-Druntime", runtime, known).toUpperCase(Locale.ROOT));
    }

    private static Instant started(Properties properties, Instant now) {
        try {
            return text(properties, "started").map(Instant::parse).orElse(now);
        } catch (DateTimeException _) {
            return now;
        }
    }

    static String oneOf(String option, String value, List<String> known) {
        if (!known.contains(value)) {
            throw new StageException("%s=%s: expected one of %s.".formatted(option, value, String.join(", ", known)));
        }
        return value;
    }

    static Optional<String> text(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
