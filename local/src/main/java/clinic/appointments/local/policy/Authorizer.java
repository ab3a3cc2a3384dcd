package clinic.appointments.local.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import clinic.appointments.local.template.Role;

/**
 * Evaluates the identity policies of the template's roles. An unknown condition operator fails the constructor with
 * {@link clinic.appointments.local.template.UnsupportedTemplateException}. Safe for use by several threads.
 */
public final class Authorizer {

    private final Map<String, List<CompiledStatement>> statements;

    public Authorizer(List<Role> roles) {
        statements = roles.stream().collect(Collectors.toUnmodifiableMap(Role::arn, Authorizer::compiled));
    }

    /** Whether the role is allowed access; a role that is not in the template is denied everything. */
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
