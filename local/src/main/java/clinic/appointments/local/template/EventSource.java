package clinic.appointments.local.template;

import java.util.OptionalInt;

/**
 * A queue that feeds a function.
 *
 * @param partialBatchResponse whether the function reports failures message by message
 * @param maximumConcurrency how many invocations may run at once, when the template limits them
 */
public record EventSource(String queueArn, String functionName, int batchSize, boolean partialBatchResponse,
        OptionalInt maximumConcurrency) {
}
