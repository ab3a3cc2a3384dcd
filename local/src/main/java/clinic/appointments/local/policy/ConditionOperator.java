package clinic.appointments.local.policy;

import java.util.Arrays;
import java.util.List;

import clinic.appointments.local.template.UnsupportedTemplateException;

/** The supported condition operators; a key that is absent from the request matches none of them. */
enum ConditionOperator {

    STRING_EQUALS("StringEquals") {
        @Override
        boolean accepts(List<String> accepted, String actual) {
            return accepted.contains(actual);
        }
    };

    private final String id;

    ConditionOperator(String id) {
        this.id = id;
    }

    abstract boolean accepts(List<String> accepted, String actual);

    static ConditionOperator of(String roleId, String id) {
        return Arrays.stream(values()).filter(operator -> operator.id.equals(id)).findFirst()
                .orElseThrow(() -> new UnsupportedTemplateException("Role " + roleId
                        + " has a statement with the condition operator " + id
                        + ", which is not supported by the local run."));
    }
}
