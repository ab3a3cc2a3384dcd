package clinic.appointments.runtime;

import java.util.Map;

import com.amazonaws.services.lambda.runtime.Context;

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

    Map<String, String> dimensions() {
        return Map.of("function", function, "version", version);
    }
}
