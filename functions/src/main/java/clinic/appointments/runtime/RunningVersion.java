package clinic.appointments.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;

/**
 * The version of a function that processes an invocation.
 *
 * @param function name of the function
 * @param version number of the version
 */
record RunningVersion(String function, String version) {

    static RunningVersion of(Context context) {
        return new RunningVersion(context.getFunctionName(), context.getFunctionVersion());
    }

    DimensionSet dimensions() {
        return DimensionSet.of("function", function, "version", version);
    }
}
