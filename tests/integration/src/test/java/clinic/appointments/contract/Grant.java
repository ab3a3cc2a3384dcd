package clinic.appointments.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import clinic.appointments.local.gateway.UsedPermission;
import clinic.appointments.local.policy.AccessDecision;
import clinic.appointments.local.policy.AccessRequest;
import clinic.appointments.local.policy.Authorizer;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.Role;

/**
 * One action on one resource that the template allows one role; conditions aside.
 *
 * @param resource ARN, with wildcards as written
 */
record Grant(Role role, String action, String resource) {

    /** The first five parts of an ARN. */
    private static final String ACCOUNT = "^arn:([^:]*:){4}";
    /** What the CDK adds to a construct's id to make a logical id. */
    private static final String HASH = "[0-9A-F]{8}(?=$|[/:])";

    static List<Grant> of(Deployment deployment) {
        return deployment.roles().stream().flatMap(Grant::of).distinct().toList();
    }

    private static Stream<Grant> of(Role role) {
        return role.statements().stream().filter(Role.Statement::allow)
                .flatMap(statement -> statement.actions().stream().flatMap(action -> statement.resources().stream()
                        .map(resource -> new Grant(role, action, resource))));
    }

    /** Whether the call would have been allowed by this grant alone. */
    boolean allowed(UsedPermission used) {
        Role alone = new Role(role.id(), role.name(), role.arn(), role.trustedServices(),
                List.of(new Role.Statement(true, List.of(action), List.of(resource), Map.of())));
        return used.caller().equals(role.id()) && new Authorizer(List.of(alone)).decide(alone,
                new AccessRequest(used.action(), used.resource())) instanceof AccessDecision.Allowed;
    }

    /** Such as {@code AppointmentQueryProcessorRole dynamodb:GetItem table/PatientsTable}: no account and no hash. */
    @Override
    public String toString() {
        return construct(role.id()) + " " + action + " " + construct(resource.replaceFirst(ACCOUNT, ""));
    }

    private static String construct(String name) {
        return name.replaceFirst(HASH, "");
    }
}
