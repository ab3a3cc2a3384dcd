package clinic.appointments.local.function;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import clinic.appointments.local.code.CodeStore;
import clinic.appointments.local.code.FunctionCode;
import clinic.appointments.local.template.Function;

/**
 * The settings that all function processes of a stage share.
 *
 * @param client runs the handler inside the process
 * @param codes keeps the prepared code
 * @param logs folder that takes a log file for each function
 * @param clock option of the JVM that makes a function follow the local clock
 * @param accessKeys from a role's ARN to the access key under which it calls
 * @param start how the processes start
 */
public record ProcessSettings(RuntimeClient client, CodeStore codes, Path logs, FunctionEnvironment environment,
        String clock, UnaryOperator<String> accessKeys, FunctionStart start) {

    /** The code of a function's process: the function's own, and the client's. */
    FunctionCode codeOf(Function function) {
        return codes.of(Stream.concat(Stream.of(function.code()), client.code().stream()).toList());
    }

    ProcessSettings with(FunctionEnvironment other) {
        return new ProcessSettings(client, codes, logs, other, clock, accessKeys, start);
    }
}
