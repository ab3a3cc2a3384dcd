package clinic.appointments.infrastructure;

import java.util.List;
import java.util.stream.Stream;

/**
 * What every template of the service must hold to; a rule names each resource that breaks it. A new rule is a constant
 * of the enum it belongs to, and {@link TemplateRuleTest} asks for a {@link Break} that shows it to bite.
 */
sealed interface TemplateRule permits QueueRule, StorageRule, FunctionRule, PermissionRule, MailRule,
        MonitoringRule, ApiRule {

    /** Logical ids of the resources that break the rule. */
    Stream<String> breaches(Resources resources);

    /** Every rule there is. */
    static List<TemplateRule> all() {
        return Stream.<TemplateRule[]>of(QueueRule.values(), StorageRule.values(), FunctionRule.values(),
                PermissionRule.values(), MailRule.values(), MonitoringRule.values(), ApiRule.values())
                .flatMap(Stream::of).toList();
    }
}
