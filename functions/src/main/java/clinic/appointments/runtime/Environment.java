package clinic.appointments.runtime;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import clinic.appointments.contract.EnvironmentKey;

/** A function's environment variables, read once; everything that is missing or bad is reported in one error. */
public final class Environment {

    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();

    private Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /**
     * Reads settings.
     *
     * @throws InvalidEnvironmentException
     *             naming every variable that is missing or bad
     */
    public static <T> T read(Map<String, String> variables, Function<Environment, T> settings) {
        Environment environment = new Environment(variables);
        T read = settings.apply(environment);
        if (!environment.problems.isEmpty()) {
            throw new InvalidEnvironmentException(environment.problems);
        }
        return read;
    }

    public String text(EnvironmentKey key) {
        return parse(key, Function.identity(), "", "");
    }

    /** An IANA zone. */
    public ZoneId zone(EnvironmentKey key) {
        return parse(key, ZoneId::of, ZoneId.of("UTC"), "must be an IANA zone");
    }

    /** ISO-8601 durations, separated by commas. */
    public List<Duration> durations(EnvironmentKey key) {
        return parse(key, text -> Arrays.stream(text.split(",")).map(String::strip).map(Duration::parse).toList(),
                List.of(), "must be ISO-8601 durations, separated by commas");
    }

    private <T> T parse(EnvironmentKey key, Function<String, T> parser, T fallback, String rule) {
        String value = variables.getOrDefault(key.name(), "");
        if (value.isBlank()) {
            problems.add(key + " is missing");
            return fallback;
        }
        try {
            return parser.apply(value);
        } catch (RuntimeException unreadable) {
            problems.add(key + " " + rule);
            return fallback;
        }
    }

    /** The function cannot start: its environment is incomplete. */
    public static final class InvalidEnvironmentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        InvalidEnvironmentException(List<String> problems) {
            super("Environment: " + String.join("; ", problems));
        }
    }
}
