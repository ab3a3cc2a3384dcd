package clinic.appointments.aws;

import java.util.concurrent.CompletableFuture;

import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A message that waits to be sent; its text form is its queue, because its body is protected. */
record WaitingSend(String queueUrl, SendMessageBatchRequestEntry message, CompletableFuture<Void> sent) {

    WaitingSend(String queueUrl, SendMessageBatchRequestEntry message) {
        this(queueUrl, message, new CompletableFuture<>());
    }

    void succeed() {
        sent.complete(null);
    }

    /** Does nothing if the result is known. */
    void fail(Throwable cause) {
        sent.completeExceptionally(cause);
    }

    /** Waits for the result. */
    void await() {
        Futures.join(sent);
    }

    @Override
    public String toString() {
        return "WaitingSend[" + queueUrl + "]";
    }
}
