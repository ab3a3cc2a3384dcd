package clinic.appointments.local.page;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import clinic.appointments.local.template.Role;

/** The actions that a role may use. */
record Grants(List<Role.Statement> allowed) {

    static Grants of(Role role) {
        return new Grants(role.statements().stream().filter(Role.Statement::allow).toList());
    }

    /** Names of the actions of a service on a resource or on what is below it. */
    Set<String> on(String service, String arn) {
        return on(service, resource -> resource.equals(arn) || resource.startsWith(arn + "/"));
    }

    /** Whether any action of a service is allowed. */
    boolean reach(String service) {
        return !on(service, _ -> true).isEmpty();
    }

    Set<String> on(String service, Predicate<String> resource) {
        return allowed.stream().filter(statement -> statement.resources().stream().anyMatch(resource))
                .flatMap(statement -> statement.actions().stream())
                .filter(action -> action.startsWith(service + ":"))
                .map(action -> action.substring(service.length() + 1)).collect(Collectors.toSet());
    }
}
