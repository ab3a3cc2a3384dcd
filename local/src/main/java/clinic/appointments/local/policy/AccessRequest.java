package clinic.appointments.local.policy;

import java.util.Map;

/**
 * A request for access: an action on a resource.
 *
 * @param action such as {@code dynamodb:PutItem}
 * @param resource ARN
 * @param context condition keys and their values, such as {@code kms:ViaService}
 */
public record AccessRequest(String action, String resource, Map<String, String> context) {

    public AccessRequest {
        context = Map.copyOf(context);
    }

    public AccessRequest(String action, String resource) {
        this(action, resource, Map.of());
    }
}
