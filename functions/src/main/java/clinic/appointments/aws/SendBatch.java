package clinic.appointments.aws;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/**
 * Messages for one queue that go in one call. SQS accepts or refuses each of them by itself, also when the call
 * succeeds (Amazon SQS API Reference, SendMessageBatch).
 */
record SendBatch(String queueUrl, List<WaitingSend> messages) {

    /** Greatest number of messages of a call (Amazon SQS API Reference, SendMessageBatch). */
    private static final int MAX_MESSAGES = 10;

    /** Batches for any number of messages. */
    static Stream<SendBatch> inTens(String queueUrl, List<WaitingSend> messages) {
        return IntStream.iterate(0, start -> start < messages.size(), start -> start + MAX_MESSAGES).mapToObj(
                start -> new SendBatch(queueUrl,
                        messages.subList(start, Math.min(start + MAX_MESSAGES, messages.size()))));
    }

    /** Sends the messages; each learns its own result, whatever happens. */
    void send(SqsClient client) {
        try {
            report(client.sendMessageBatch(call -> call.queueUrl(queueUrl).entries(entries())));
        } catch (RuntimeException | Error failed) {
            messages.forEach(message -> message.fail(failed));
        }
    }

    /** The place of a message is its id. */
    private List<SendMessageBatchRequestEntry> entries() {
        return IntStream.range(0, messages.size())
                .mapToObj(place -> messages.get(place).message().toBuilder().id(Integer.toString(place)).build())
                .toList();
    }

    private void report(SendMessageBatchResponse response) {
        response.successful().stream().map(SendMessageBatchResultEntry::id).map(this::message)
                .forEach(WaitingSend::succeed);
        response.failed().forEach(refused -> message(refused.id()).fail(new MessageNotSentException(refused)));
        messages.forEach(message -> message.fail(new MessageNotSentException("without a result")));
    }

    private WaitingSend message(String id) {
        return messages.get(Integer.parseInt(id));
    }

    /** A message that SQS refused; names its code, which quotes nothing. */
    static final class MessageNotSentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MessageNotSentException(String code) {
            super("message was not sent: " + code);
        }

        MessageNotSentException(BatchResultErrorEntry refused) {
            this(refused.code());
        }
    }
}
