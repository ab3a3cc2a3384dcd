package clinic.appointments.local.function;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How the processes of functions start.
 *
 * @param initialization value of the variable {@code AWS_LAMBDA_INITIALIZATION_TYPE}
 * @param options options of the JVM, in addition to those of every process
 * @param endpoint from the gateway's address to the address that functions call in its place
 * @param recorded whether they start from classes that the code's first start on this machine has recorded; otherwise
 *     a process loads only classes that it uses
 * @param maxDuration time after which a process that does not wait for events counts as failed
 */
public record FunctionStart(String initialization, List<String> options, UnaryOperator<URI> endpoint,
        boolean recorded, Duration maxDuration) {

    private static final String ON_DEMAND = "on-demand";
    private static final String SNAP_START = "snap-start";
    /** Without it, hooks are registered with a list that nobody calls. */
    private static final String HOOKS = "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac";

    /** As Lambda starts a function without a snapshot. */
    public static FunctionStart onDemand() {
        return new FunctionStart(ON_DEMAND, List.of(), UnaryOperator.identity(), false, Duration.ofSeconds(60));
    }

    /** As on demand, but in half the time. */
    public static FunctionStart fromRecord() {
        return new FunctionStart(ON_DEMAND, List.of(), UnaryOperator.identity(), true, Duration.ofSeconds(60));
    }

    /**
     * As Lambda starts a function to take a snapshot, and goes on after a restore: the hooks before and after run, in
     * one and the same process. Needs Lambda's own runtime client.
     */
    public static FunctionStart throughSnapshot() {
        return new FunctionStart(SNAP_START, List.of(HOOKS), UnaryOperator.identity(), false, Duration.ofMinutes(10));
    }

    /** The same start, with further options of the JVM. */
    public FunctionStart with(List<String> further) {
        return new FunctionStart(initialization, Stream.of(options, further).flatMap(List::stream)
                .toList(), endpoint, recorded, maxDuration);
    }

    /** The same start of functions that call another address in place of the gateway's. */
    public FunctionStart calling(UnaryOperator<URI> other) {
        return new FunctionStart(initialization, options, other, recorded, maxDuration);
    }

    /**
     * Completes a process's variables. With a snapshot, credentials come from an address, so that they are not part of
     * it (Lambda: "Activating and managing Lambda SnapStart").
     *
     * @param variables changed in place
     */
    Map<String, String> complete(Map<String, String> variables, URI credentials) {
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", initialization);
        if (initialization.equals(SNAP_START)) {
            variables.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", credentials + variables.remove("AWS_ACCESS_KEY_ID"));
            variables.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "local");
            variables.remove("AWS_SECRET_ACCESS_KEY");
        }
        return variables;
    }
}
