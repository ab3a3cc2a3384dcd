package clinic.appointments.priming;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import clinic.appointments.contract.LogEvent;
import clinic.appointments.contract.LogKey;
import clinic.appointments.contract.MetricName;
import clinic.appointments.log.LogLine;
import clinic.appointments.runtime.Silence;
import clinic.appointments.runtime.StreamFunction;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Loads and warms a function's code before its snapshot, so that the first invocation of a restored instance is like
 * the hundredth. A second function of the same kind processes the events of a {@link Script} and is dropped: the one
 * that serves invocations has connected to nothing, asked for no credentials and kept no secret when it is copied.
 * Lambda calls this hook for a snapshot only; an instance that starts by itself, or on a developer's machine, is not
 * primed (Lambda: "Runtime hooks for Lambda SnapStart").
 */
public final class Priming implements Resource {

    /** With several messages each, enough for the JIT compiler to compile what all of them take. */
    static final int ROUNDS = 20;

    private final String name;
    private final Function<Surroundings, StreamFunction> functions;

    /**
     * @param name name of the {@link Script}
     * @param functions makes a function of the kind, in the given surroundings
     */
    public Priming(String name, Function<Surroundings, StreamFunction> functions) {
        this.name = name;
        this.functions = functions;
    }

    /** Has Lambda call this hook. Its list keeps no reference: the caller does. */
    public Priming register() {
        Core.getGlobalContext().register(this);
        return this;
    }

    /**
     * Primes. A failure is logged as an error and fails nothing: the function then serves as one that was not primed,
     * because nothing of the second one is left.
     */
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        try {
            prime(ROUNDS);
        } catch (IOException | RuntimeException | LinkageError failed) {
            LogLine.of(LogEvent.PRIMING_FAILED).with(LogKey.OUTCOME, MetricName.FAILED.id())
                    .with(LogKey.REASON, failed.getClass().getSimpleName()).with(failed).write();
        }
    }

    /** Does nothing: the snapshot has nothing that must differ between instances. */
    @Override
    public void afterRestore(Context<? extends Resource> context) {
    }

    void prime(int rounds) throws IOException {
        Script script = Script.of(name);
        try (Silence _ = Silence.begin(); Services services = Services.start(new Answers(script))) {
            StreamFunction function = functions.apply(services.surroundings(script));
            for (int round = 1; round < rounds; round++) {
                play(script, function);
            }
            services.beginLastRound();
            play(script, function);
        }
    }

    private static void play(Script script, StreamFunction function) throws IOException {
        for (Script.Scene scene : script.scenes()) {
            play(scene, function);
        }
    }

    private static void play(Script.Scene scene, StreamFunction function) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        function.process(new ByteArrayInputStream(scene.event().getBytes(StandardCharsets.UTF_8)), response,
                new PrimingContext());
        if (!response.toString(StandardCharsets.UTF_8).contains(scene.answer())) {
            throw new IllegalStateException("the answer to a scene was another: " + scene.name());
        }
    }
}
