package clinic.appointments.infrastructure.compute;

import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * How the functions of a stage run.
 *
 * @param memory memory of each function, up to 10,240 MiB (Lambda: "Configure Lambda function memory"); processor time
 *     grows with it, and below 256 MiB a JVM hardly starts
 * @param logRetention how long its logs are kept
 * @param logLevel level of the service's own loggers
 * @param deployment how a new version takes over
 */
public record FunctionSettings(Size memory, RetentionDays logRetention, ApplicationLogLevel logLevel,
        Concurrency concurrency, DeploymentStrategy deployment) {

    public FunctionSettings {
        var mebibytes = memory.toMebibytes().intValue();
        if (mebibytes < 256 || mebibytes > 10_240) {
            throw new IllegalArgumentException("memory must be from 256 to 10240 MiB, not " + mebibytes);
        }
    }
}
