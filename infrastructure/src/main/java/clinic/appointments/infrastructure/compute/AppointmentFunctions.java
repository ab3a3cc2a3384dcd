package clinic.appointments.infrastructure.compute;

import java.util.Optional;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.FunctionName;
import clinic.appointments.infrastructure.patterns.AlarmTopic;
import clinic.appointments.infrastructure.patterns.CanaryRelease;
import clinic.appointments.infrastructure.patterns.CanaryReleaseProps;
import clinic.appointments.infrastructure.patterns.QueueProcessor;
import clinic.appointments.infrastructure.patterns.ServiceFunction;
import clinic.appointments.infrastructure.patterns.ServiceFunctionProps;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Code;
import software.constructs.Construct;

/**
 * Makes the functions of a stage as its settings say.
 *
 * @param scope the stack
 * @param code the one bundle that holds every handler
 * @param key encrypts environment variables and logs
 * @param release releases new versions; without it CloudFormation itself does
 */
public record AppointmentFunctions(Construct scope, FunctionSettings settings, Code code, IKey key,
        Optional<CanaryRelease> release) {

    /**
     * Creates the functions of a stage.
     *
     * @param alarmChanges notified by the alarms of a release
     */
    public static AppointmentFunctions create(Construct scope, FunctionSettings settings, Code code, IKey key,
            AlarmTopic alarmChanges) {
        return new AppointmentFunctions(scope, settings, code, key,
                release(scope, settings.deployment(), alarmChanges));
    }

    /** A function that API Gateway invokes. */
    public ServiceFunction function(FunctionName name) {
        return released(new ServiceFunction(scope, name.id(), props(name)));
    }

    /** A function that consumes a queue. */
    public QueueProcessor queueProcessor(FunctionName name) {
        return released(new QueueProcessor(scope, name.id(), props(name)));
    }

    /**
     * A function that a schedule starts. It takes over at once: it runs too rarely for a tenth of its runs to tell
     * anything.
     *
     * @param place construct to which it belongs
     */
    public ServiceFunction scheduledFunction(Construct place, FunctionName name) {
        return new ServiceFunction(place, name.id(), props(name));
    }

    private <F extends ServiceFunction> F released(F function) {
        release.ifPresent(canary -> canary.addFunction(function));
        return function;
    }

    private ServiceFunctionProps props(FunctionName name) {
        return ServiceFunctionProps.builder().handler(name.handler()).code(code).key(key)
                .memory(Size.mebibytes(settings.memoryMebibytes()))
                .reservedConcurrency(settings.concurrency().reservedFor(name)).logRetention(settings.logRetention())
                .logRemoval(settings.logRemoval()).logLevel(settings.logLevel())
                .environment(EnvironmentKey.LOG_LEVEL.name(), settings.logLevel().name())
                .environment(EnvironmentKey.POWERTOOLS_SERVICE_NAME.name(), ServiceMetrics.SERVICE)
                .environment(EnvironmentKey.POWERTOOLS_METRICS_NAMESPACE.name(), ServiceMetrics.of(scope).namespace())
                .build();
    }

    private static Optional<CanaryRelease> release(Construct scope, DeploymentStrategy strategy,
            AlarmTopic alarmChanges) {
        return switch (strategy) {
            case ALL_AT_ONCE -> Optional.empty();
            case CANARY -> Optional.of(new CanaryRelease(scope, "Release", CanaryReleaseProps.builder()
                    .topic(alarmChanges).failures(ServiceMetrics.of(scope)::failuresOf)
                    .description("Rolls back a release. docs/runbook.md#release").build()));
        };
    }
}
