package clinic.appointments.local.function;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import clinic.appointments.local.template.Function;

/**
 * Exactly the environment that Lambda gives a function (Lambda: "Defined runtime environment variables"): the
 * template's variables, those that Lambda sets, and the gateway's address in place of AWS. A function inherits nothing
 * of the developer's environment; only the locale {@code C.UTF-8} is added.
 *
 * @param gateway address that the SDK calls in place of AWS
 * @param traces host and port of the trace collector
 */
public record FunctionEnvironment(URI gateway, String region, String traces) {

    /** The address of an HTTP API, on AWS. */
    private static final Pattern API = Pattern.compile("https://(\\w+)\\.execute-api\\.[a-z0-9-]+\\.amazonaws\\.com/");

    /** The variables for a process of the function, which calls under the given access key. */
    Map<String, String> of(Function function, String accessKey, String runtimeApi) {
        Map<String, String> variables = new TreeMap<>(function.environment());
        variables.replaceAll((_, value) -> API.matcher(value).replaceAll(gateway + "/apis/$1/"));
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memoryMegabytes()));
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
        variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        variables.put("_HANDLER", function.handler());
        variables.put("LAMBDA_TASK_ROOT", function.code().toString());
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
        variables.put("AWS_REGION", region);
        variables.put("AWS_DEFAULT_REGION", region);
        variables.put("AWS_ACCESS_KEY_ID", accessKey);
        variables.put("AWS_SECRET_ACCESS_KEY", "local");
        variables.put("AWS_XRAY_DAEMON_ADDRESS", traces);
        variables.put("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");
        variables.put("AWS_ENDPOINT_URL", gateway.toString());
        variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        variables.put("LANG", "en_US.UTF-8");
        variables.put("TZ", ":UTC");
        return variables;
    }
}
