package clinic.appointments.local.run;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

import clinic.appointments.local.function.RuntimeKind;

/**
 * What the user asked of the local run, from system properties of the same names.
 *
 * @param keep
 *            stay up until Ctrl-C
 * @param events
 *            folder with the messages to feed
 * @param invoke
 *            run this one function instead, on the event of {@code event}
 * @param port
 *            the gateway's, whose next one is the API's; 0 takes free ones
 * @param ahead
 *            how far the clock is run ahead once everything is idle
 * @param runtime
 *            what runs the handlers, {@code native} or {@code java}
 * @param started
 *            when the command was given
 */
record RunSettings(String stage, boolean keep, Path events, Optional<String> invoke, Optional<Path> event, int port,
        Duration ahead, RuntimeKind runtime, Instant started) {

    /**
     * Reads the properties; an empty one counts as absent.
     *
     * @throws StageException
     *             when one has an impossible value
     */
    static RunSettings of(Properties properties, Instant now) {
        return new RunSettings(text(properties, "stage").orElse("dev"),
                text(properties, "keep").map(keep -> !keep.equals("false")).orElse(false),
                Path.of(text(properties, "events").orElse("events")), text(properties, "invoke"),
                text(properties, "event").map(Path::of), port(properties), ahead(properties), runtime(properties),
                started(properties, now));
    }

    private static int port(Properties properties) {
        String port = text(properties, "port").orElse("0");
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new StageException("-Dport=" + port + " is no port number.");
        }
        return Integer.parseInt(port);
    }

    private static Duration ahead(Properties properties) {
        String ahead = text(properties, "ahead").orElse("P2D");
        try {
            return Duration.parse(ahead);
        } catch (DateTimeException _) {
            throw new StageException("-Dahead=" + ahead + " is no ISO-8601 duration such as P2D or PT36H.");
        }
    }

    private static RuntimeKind runtime(Properties properties) {
        String runtime = text(properties, "runtime").orElse(RuntimeKind.ofThisSystem().name());
        return Arrays.stream(RuntimeKind.values()).filter(kind -> kind.name().equalsIgnoreCase(runtime)).findFirst()
                .orElseThrow(() -> new StageException("-Druntime=" + runtime + " is neither native nor java."));
    }

    private static Instant started(Properties properties, Instant now) {
        try {
            return text(properties, "started").map(Instant::parse).orElse(now);
        } catch (DateTimeException _) {
            return now;
        }
    }

    private static Optional<String> text(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
