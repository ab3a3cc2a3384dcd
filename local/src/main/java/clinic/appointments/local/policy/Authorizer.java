package clinic.appointments.local.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import clinic.appointments.local.template.Role;

/**
 * Decides by the identity policies of the template's roles. Fails at once, with
 * {@link clinic.appointments.local.template.UnsupportedTemplateException}, on a condition operator that it does not
 * know. Safe to use from many threads.
 */
public final class Authorizer {

    private final Map<String, List<CompiledStatement>> statements;

    public Authorizer(List<Role> roles) {
        statements = roles.stream().collect(Collectors.toUnmodifiableMap(Role::arn, Authorizer::compiled));
    }

    /** Whether the role may do it; a role that the template does not have may do nothing. */
    public AccessDecision decide(Role role, AccessRequest request) {
        List<CompiledStatement> matching = statements.getOrDefault(role.arn(), List.of()).stream()
                .filter(statement -> statement.matches(request)).toList();
        boolean allowed = !matching.isEmpty() && matching.stream().allMatch(CompiledStatement::allow);
        return allowed ? new AccessDecision.Allowed()
                : new AccessDecision.Denied(role.id(), request.action(), request.resource());
    }

    private static List<CompiledStatement> compiled(Role role) {
        return role.statements().stream().map(statement -> CompiledStatement.of(role.id(), statement)).toList();
    }
}
