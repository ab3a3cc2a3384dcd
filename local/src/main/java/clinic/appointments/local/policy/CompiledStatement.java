package clinic.appointments.local.policy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import clinic.appointments.local.template.Role;

/** A policy statement, prepared for matching; action names ignore case, resources do not. */
record CompiledStatement(boolean allow, List<Wildcard> actions, List<Wildcard> resources, List<Condition> conditions) {

    /** One line of a condition block: all of them must hold. */
    record Condition(ConditionOperator operator, String key, List<String> accepted) {

        boolean holds(Map<String, String> context) {
            String actual = context.get(key);
            return actual != null && operator.accepts(accepted, actual);
        }
    }

    static CompiledStatement of(String roleId, Role.Statement statement) {
        List<Condition> conditions = statement
                .conditions().entrySet().stream().flatMap(operator -> operator.getValue().entrySet()
                        .stream()
                        .map(key -> new Condition(ConditionOperator.of(roleId, operator.getKey()), key.getKey(),
                                key.getValue())))
                .toList();
        return new CompiledStatement(statement.allow(), wildcards(statement.actions(), Pattern.CASE_INSENSITIVE),
                wildcards(statement.resources(), 0), conditions);
    }

    boolean matches(AccessRequest request) {
        return actions.stream().anyMatch(action -> action.matches(request.action()))
                && resources.stream().anyMatch(resource -> resource.matches(request.resource()))
                && conditions.stream().allMatch(condition -> condition.holds(request.context()));
    }

    private static List<Wildcard> wildcards(List<String> texts, int flags) {
        return texts.stream().map(text -> Wildcard.of(text, flags)).toList();
    }
}
