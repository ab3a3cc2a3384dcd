package clinic.appointments.local.schedule;

import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import clinic.appointments.local.call.AwsCallException;
import clinic.appointments.local.call.AwsCalls;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Sends the input of a schedule to its target, a queue or a function, or to its dead-letter queue, under the schedule's
 * role.
 */
public final class ScheduleDelivery {

    private static final String FUNCTIONS = "arn:aws:lambda:";

    private final AwsCalls calls;
    private final UnaryOperator<String> accessKeys;
    private final Map<String, String> queueUrls;

    /**
     * @param accessKeys from a role's ARN to its access key
     * @param queueUrls from a queue's ARN to its URL
     */
    public ScheduleDelivery(AwsCalls calls, UnaryOperator<String> accessKeys, Map<String, String> queueUrls) {
        this.calls = calls;
        this.accessKeys = accessKeys;
        this.queueUrls = queueUrls;
    }

    /** Sends to the target. */
    void send(Schedule schedule, int attempt) {
        String input = schedule.input().replace("<aws.scheduler.schedule-arn>", schedule.arn())
                .replace("<aws.scheduler.scheduled-time>", schedule.dueAt().toString())
                .replace("<aws.scheduler.execution-id>", UUID.randomUUID().toString())
                .replace("<aws.scheduler.attempt-number>", String.valueOf(attempt));
        if (schedule.targetArn().startsWith(FUNCTIONS)) {
            calls.invoke(accessKeys.apply(schedule.roleArn()), schedule.targetArn(), AwsCalls.read(input));
        } else {
            send(schedule, schedule.targetArn(), message(input));
        }
    }

    /** Sends to the dead-letter queue, with the attributes that AWS adds; does nothing if there is none. */
    void bury(Schedule schedule, AwsCallException why) {
        ObjectNode message = message(schedule.input());
        ObjectNode attributes = message.putObject("MessageAttributes");
        Map.of("ERROR_CODE", why.type(), "ERROR_MESSAGE", why.getMessage(), "SCHEDULE_ARN", schedule.arn(),
                "TARGET_ARN",
                schedule.targetArn()).forEach(
                        (name, value) -> attributes.putObject(name).put("DataType", "String")
                                .put("StringValue", value));
        schedule.deadLetterArn().ifPresent(queue -> send(schedule, queue, message));
    }

    private void send(Schedule schedule, String queueArn, ObjectNode message) {
        String unknown = "http://127.0.0.1/000000000000/" + queueArn.substring(queueArn.lastIndexOf(':') + 1);
        message.put("QueueUrl", queueUrls.getOrDefault(queueArn, unknown));
        calls.sqs(accessKeys.apply(schedule.roleArn()), "SendMessage", message);
    }

    private static ObjectNode message(String body) {
        return AwsCalls.body().put("MessageBody", body);
    }
}
