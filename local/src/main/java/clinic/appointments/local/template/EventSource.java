package clinic.appointments.local.template;

import java.util.OptionalInt;

/**
 * A queue that feeds a function.
 *
 * @param partialBatchResponse whether the function reports failures message by message
 * @param maximumConcurrency maximum number of concurrent invocations; empty if the template sets no limit
 */
public record EventSource(String queueArn, String functionName, int batchSize, boolean partialBatchResponse,
        OptionalInt maximumConcurrency) {
}
