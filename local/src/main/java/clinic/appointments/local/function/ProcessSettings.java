package clinic.appointments.local.function;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * The settings that all function processes of a stage share.
 *
 * @param client runs the handler inside the process
 * @param logs folder that takes a log file for each function
 * @param clock option of the JVM that makes a function follow the local clock
 * @param accessKeys from a role's ARN to the access key under which it calls
 * @param start how the processes start
 */
public record ProcessSettings(RuntimeClient client, Path logs, FunctionEnvironment environment, String clock,
        UnaryOperator<String> accessKeys, FunctionStart start) {
}
