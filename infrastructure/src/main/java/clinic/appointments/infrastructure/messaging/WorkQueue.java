package clinic.appointments.infrastructure.messaging;

import java.util.List;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.infrastructure.compute.KeyUse;
import clinic.appointments.infrastructure.compute.QueueProcessor;
import clinic.appointments.infrastructure.compute.ServiceFunction;
import clinic.appointments.infrastructure.compute.ServiceRole;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sqs.IQueue;

/**
 * A queue of work with a dead-letter queue of its own.
 *
 * @param key key that encrypts both
 */
public record WorkQueue(IQueue queue, IQueue deadLetters, IKey key) {

    private static final List<String> CONSUME = List.of("sqs:ReceiveMessage", "sqs:DeleteMessage",
            "sqs:GetQueueAttributes", "sqs:ChangeMessageVisibility");

    /** Lets the processor consume the queue, put messages back sooner, and park malformed ones in the dead letters. */
    public void feeds(QueueProcessor processor) {
        var function = processor.function();
        function.reads(EnvironmentKey.SOURCE_QUEUE_URL, queue.getQueueUrl());
        function.may(CONSUME, queue.getQueueArn());
        function.mayUse(key.getKeyArn(), "sqs", KeyUse.RECEIVE);
        sends(function, deadLetters, EnvironmentKey.DEAD_LETTER_QUEUE_URL);
        processor.isFedBy(queue);
    }

    /** Lets a function send to the queue, whose URL it finds in the variable. */
    public void takesMessagesOf(ServiceFunction function, EnvironmentKey variable) {
        sends(function, queue, variable);
    }

    /** Lets whoever takes on the role send to the queue. */
    public void takesMessagesOf(ServiceRole role) {
        role.may(PolicyStatement.Builder.create().actions(List.of("sqs:SendMessage"))
                .resources(List.of(queue.getQueueArn())));
        role.may(KeyUse.through("sqs", Stack.of(role.role()).getRegion(), key.getKeyArn(), KeyUse.SEND));
    }

    private void sends(ServiceFunction function, IQueue target, EnvironmentKey variable) {
        function.reads(variable, target.getQueueUrl());
        function.may(List.of("sqs:SendMessage"), target.getQueueArn());
        function.mayUse(key.getKeyArn(), "sqs", KeyUse.SEND);
    }
}
