package clinic.appointments.local.gateway;

import java.util.List;

/**
 * A call that passed the gateway or was denied by it.
 *
 * @param caller logical id of the role, or {@code operator}
 * @param resources ARNs of the tables, indexes, queues, schedules or identities that it names
 * @param status HTTP status of the answer; 0 when the connection was dropped
 */
public record RecordedCall(String caller, Service service, String action, List<String> resources, int status,
        Capacity capacity) {

    /** The action as IAM writes it, such as {@code dynamodb:PutItem}. */
    public String fullAction() {
        return service.prefix() + ":" + action;
    }
}
