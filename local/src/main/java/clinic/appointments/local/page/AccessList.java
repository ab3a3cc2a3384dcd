package clinic.appointments.local.page;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import clinic.appointments.local.gateway.UsedPermission;
import clinic.appointments.local.policy.AccessDecision;
import clinic.appointments.local.template.Role;

/**
 * What the roles of the template may do, and what they have done.
 *
 * @param denied the calls that were denied, the latest first
 */
public record AccessList(List<OfRole> roles, List<AccessDecision.Denied> denied) {

    /** What a role may do. */
    public record OfRole(String name, List<Grant> grants) {

        /** How many of the grants have been used. */
        public long used() {
            return grants.stream().filter(Grant::used).count();
        }
    }

    /** An action on a resource, both as the policy has them. */
    public record Grant(String action, String resource, boolean allowed, boolean used) {
    }

    static AccessList of(StageReading reading) {
        Set<UsedPermission> used = reading.permissionsUsed();
        return new AccessList(reading.deployment().roles().stream().filter(role -> !role.statements().isEmpty())
                .map(role -> new OfRole(role.id(), grants(role, used))).toList(),
                reading.denials().reversed());
    }

    private static List<Grant> grants(Role role, Set<UsedPermission> used) {
        List<UsedPermission> ofRole = used.stream().filter(each -> each.caller().equals(role.id())).toList();
        return role.statements().stream().flatMap(statement -> statement.actions().stream()
                .flatMap(action -> statement.resources().stream().map(resource -> new Grant(action,
                        CallList.name(resource), statement.allow(), ofRole.stream()
                                .anyMatch(each -> matches(action, each.action())
                                        && matches(resource, each.resource()))))))
                .distinct().toList();
    }

    private static boolean matches(String pattern, String text) {
        return text.matches("(?i)" + Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
    }
}
