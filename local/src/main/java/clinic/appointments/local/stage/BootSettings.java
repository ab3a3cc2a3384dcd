package clinic.appointments.local.stage;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import clinic.appointments.local.function.FunctionStart;
import clinic.appointments.local.function.RuntimeKind;

/** How a stage is booted. */
public final class BootSettings {

    private final CdkApp app;
    private final String stage;
    private final Optional<Path> assembly;
    private final int port;
    private final int instances;
    private final RuntimeKind runtime;
    private final FunctionStart start;
    private final Map<String, String> variables;
    private final StepListener steps;

    /** Collects the settings of one boot. By default: one process for each function, free ports, no output. */
    public static final class Builder {

        private final CdkApp app;
        private final String stage;
        private final Map<String, String> variables = new TreeMap<>();
        private Optional<Path> assembly = Optional.empty();
        private int port;
        private int instances = 1;
        private RuntimeKind runtime = RuntimeKind.ofThisSystem();
        private FunctionStart start = FunctionStart.fromRecord();
        private StepListener steps = StepListener.NONE;

        private Builder(CdkApp app, String stage) {
            this.app = app;
            this.stage = stage;
        }

        /** Boots this cloud assembly as it is; without one the app synthesizes the stage. */
        public Builder assembly(Path synthesized) {
            this.assembly = Optional.of(synthesized);
            return this;
        }

        /** The gateway's port; the API takes the next one. 0 takes free ports. */
        public Builder port(int fixed) {
            this.port = fixed;
            return this;
        }

        /** Processes for each function, never more than the maximum concurrency of its event source. */
        public Builder instances(int count) {
            this.instances = count;
            return this;
        }

        /** The program that runs the handlers. */
        public Builder runtime(RuntimeKind kind) {
            this.runtime = kind;
            return this;
        }

        /** How functions start. */
        public Builder start(FunctionStart way) {
            this.start = way;
            return this;
        }

        /** Replaces the value of an environment variable in every function whose template has it. */
        public Builder variable(String name, String value) {
            variables.put(name, value);
            return this;
        }

        /** Hears of each step of the boot. */
        public Builder steps(StepListener listener) {
            this.steps = listener;
            return this;
        }

        public BootSettings build() {
            return new BootSettings(this);
        }
    }

    private BootSettings(Builder builder) {
        this.app = builder.app;
        this.stage = builder.stage;
        this.assembly = builder.assembly;
        this.port = builder.port;
        this.instances = builder.instances;
        this.runtime = builder.runtime;
        this.start = builder.start;
        this.variables = Map.copyOf(builder.variables);
        this.steps = builder.steps;
    }

    /**
     * The settings of a stage of an app.
     *
     * @param stage name of the stage, such as {@code dev}
     */
    public static Builder of(CdkApp app, String stage) {
        return new Builder(app, stage);
    }

    CdkApp app() {
        return app;
    }

    Path root() {
        return app.root();
    }

    String stage() {
        return stage;
    }

    Optional<Path> assembly() {
        return assembly;
    }

    Ports ports() {
        return Ports.of(port);
    }

    int instances() {
        return instances;
    }

    RuntimeKind runtime() {
        return runtime;
    }

    FunctionStart start() {
        return start;
    }

    Map<String, String> variables() {
        return variables;
    }

    StepListener steps() {
        return steps;
    }
}
