package clinic.appointments.local.gateway;

import java.util.List;
import java.util.Optional;

/**
 * Selects the calls that a fault strikes; an empty criterion matches everything.
 *
 * @param caller beginning of the role's logical id, such as {@code OrderProcessor}
 * @param resource beginning of a table's or queue's name, such as {@code OrdersTable}
 */
public record CallMatch(Optional<String> caller, Optional<Service> service, Optional<String> action,
        Optional<String> resource) {

    public static CallMatch any() {
        return new CallMatch(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Any call of that operation, such as {@code DYNAMODB, "PutItem"}. */
    public static CallMatch of(Service service, String action) {
        return new CallMatch(Optional.empty(), Optional.of(service), Optional.of(action), Optional.empty());
    }

    public CallMatch by(String callerPrefix) {
        return new CallMatch(Optional.of(callerPrefix), service, action, resource);
    }

    public CallMatch on(String resourcePrefix) {
        return new CallMatch(caller, service, action, Optional.of(resourcePrefix));
    }

    boolean matches(String callerId, Call call, List<String> arns) {
        return caller.stream().allMatch(callerId::startsWith) && service.stream().allMatch(call.service()::equals)
                && action.stream().allMatch(call.action()::equals)
                && resource.stream().allMatch(prefix -> arns.stream().anyMatch(arn -> name(arn).startsWith(prefix)));
    }

    /** {@code OrdersTable1} of {@code arn:aws:dynamodb:<region>:<account>:table/OrdersTable1/index/x}. */
    private static String name(String arn) {
        String resource = arn.substring(arn.lastIndexOf(':') + 1);
        return resource.substring(resource.indexOf('/') + 1);
    }
}
