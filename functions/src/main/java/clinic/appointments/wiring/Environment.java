package clinic.appointments.wiring;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import clinic.appointments.contract.EnvironmentKey;

/** A function's environment variables, read once; all missing and bad ones are reported in one error. */
public final class Environment {

    private final Map<String, String> variables;
    private final Set<String> problems = new LinkedHashSet<>();

    private Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /**
     * Reads settings.
     *
     * @throws InvalidEnvironmentException naming every variable that is missing or bad
     */
    public static <T> T read(Map<String, String> variables, Function<Environment, T> settings) {
        Environment environment = new Environment(variables);
        try {
            return settings.apply(environment);
        } finally {
            environment.requireNoProblems();
        }
    }

    private void requireNoProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidEnvironmentException(problems);
        }
    }

    public String text(EnvironmentKey key) {
        return parse(key, Function.identity(), "", "");
    }

    /** An IANA zone. */
    public ZoneId zone(EnvironmentKey key) {
        return parse(key, ZoneId::of, ZoneId.of("UTC"), "must be an IANA zone");
    }

    /**
     * Reads with a parser.
     *
     * @param fallback stand-in for a missing or bad value; it is never used
     * @param rule description of valid values
     */
    public <T> T parse(EnvironmentKey key, Function<String, T> parser, T fallback, String rule) {
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

    /** An invalid environment: variables are missing or bad, and the function cannot start. */
    public static final class InvalidEnvironmentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        InvalidEnvironmentException(Set<String> problems) {
            super("Environment: " + String.join("; ", problems));
        }
    }
}
