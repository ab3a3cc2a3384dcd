package clinic.appointments.infrastructure;

import java.util.List;
import java.util.stream.Stream;

import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.CfnRule;
import software.amazon.awscdk.CfnRuleAssertion;
import software.amazon.awscdk.CfnRuleProps;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;

/**
 * Keeps a stack from being deployed while addresses in the settings of its stage are placeholders. CloudFormation
 * evaluates rules before it creates or updates any resource (CloudFormation: "CloudFormation template Rules syntax");
 * synthesis works with placeholders.
 *
 * @param fields settings that have placeholders
 */
record PlaceholderGuard(List<String> fields) {

    /** A domain that can never receive mail (RFC 2606). */
    private static final String PLACEHOLDER = "appointments.example";
    private static final String ACCEPTED = "accepted";
    private static final String REFUSED = "refused";

    static PlaceholderGuard of(StageSettings settings) {
        var sender = Stream.of(settings.reminders().sender()).filter(PlaceholderGuard::isPlaceholder)
                .map(_ -> StageField.SENDER);
        var recipients = settings.alarms().recipients().stream().filter(PlaceholderGuard::isPlaceholder).limit(1)
                .map(_ -> StageField.ALARM_RECIPIENTS);
        return new PlaceholderGuard(Stream.concat(sender, recipients).map(StageField::id).toList());
    }

    private static boolean isPlaceholder(String address) {
        return address.endsWith("@" + PLACEHOLDER) || address.endsWith("." + PLACEHOLDER);
    }

    /** Adds the rule to the stack, if there are placeholders. */
    void protect(StageName stage, Stack stack) {
        if (fields.isEmpty()) {
            return;
        }
        var parameter = CfnParameter.Builder.create(stack, "PlaceholderAddresses").defaultValue(REFUSED)
                .allowedValues(List.of(REFUSED, ACCEPTED)).description(sentence(stage)).build();
        new CfnRule(stack, "NoPlaceholderAddresses", CfnRuleProps.builder().assertions(List.of(CfnRuleAssertion
                .builder().assertDescription(sentence(stage))
                .assertValue(Fn.conditionEquals(parameter.getValueAsString(), ACCEPTED)).build())).build());
    }

    private String sentence(StageName stage) {
        return "Set " + String.join(" and ", fields) + " in infrastructure/stages/" + stage.id()
                + ".yaml: addresses at " + PLACEHOLDER + " are placeholders that receive no mail.";
    }
}
