package clinic.appointments.infrastructure.compute;

import java.util.function.Consumer;

import clinic.appointments.contract.FunctionName;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Code;
import software.constructs.Construct;

/**
 * What all functions of a stack share.
 *
 * @param scope the stack
 * @param code the one bundle that holds every handler
 * @param key key that encrypts environment variables and logs
 * @param release what takes new versions of a function live, other than CloudFormation itself
 */
public record FunctionFactory(Construct scope, FunctionSettings settings, Code code, IKey key,
        Consumer<ServiceFunction> release) {

    /**
     * @param alarmChanges hears of the alarms of a release
     */
    public FunctionFactory(Construct scope, FunctionSettings settings, Code code, IKey key, AlarmTopic alarmChanges) {
        this(scope, settings, code, key, release(scope, settings.deployment(), alarmChanges));
    }

    /** A function that new versions of are released as the stage's settings say. */
    public ServiceFunction function(FunctionName name) {
        var function = new ServiceFunction(name, this);
        release.accept(function);
        return function;
    }

    private static Consumer<ServiceFunction> release(Construct scope, DeploymentStrategy strategy,
            AlarmTopic alarmChanges) {
        return switch (strategy) {
            case ALL_AT_ONCE -> _ -> {};
            case CANARY -> new CanaryRelease(scope, alarmChanges)::guards;
        };
    }
}
