package clinic.appointments.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A Lambda function.
 *
 * @param id logical id without the hash of the CDK, such as {@code OrderProcessor}
 * @param name physical name on this machine
 * @param code directory of the built bundle, as the asset manifest names it
 * @param environment the template's variables, resolved
 */
public record Function(String id, String name, String arn, String handler, Path code, int memoryMegabytes,
        Duration timeout, Map<String, String> environment, String roleArn) {

    /** The function with other values for its own variables; values for unknown variables are ignored. */
    public Function with(Map<String, String> values) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.replaceAll(values::getOrDefault);
        return new Function(id, name, arn, handler, code, memoryMegabytes, timeout, changed, roleArn);
    }
}
