package clinic.appointments.infrastructure.scheduling;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.infrastructure.compute.ServiceFunction;
import clinic.appointments.model.QuietHours;
import clinic.appointments.model.ReminderKind;
import clinic.appointments.model.ReminderPlan;

/**
 * How the patients of a stage are reminded.
 *
 * @param language
 *            of letters to a patient who has told none
 * @param sender
 *            e-mail address that letters come from; its domain is verified in SES
 */
public record ReminderSettings(ReminderPlan plan, Locale language, String sender) {

    private static final Duration DAY = Duration.ofDays(1);

    /** Tells a function when to remind, and of what. */
    public void arePlannedBy(ServiceFunction function) {
        function.reads(EnvironmentKey.REMINDER_OFFSETS,
                plan.offsets().stream().map(Object::toString).collect(Collectors.joining(",")));
        function.reads(EnvironmentKey.NOTICES, Boolean.toString(plan.notices()));
        isSilentFor(function);
    }

    /** Tells a function in which language to write, and when not to. */
    public void areSentBy(ServiceFunction function) {
        function.reads(EnvironmentKey.DEFAULT_LOCALE, language.toLanguageTag());
        isSilentFor(function);
    }

    private void isSilentFor(ServiceFunction function) {
        function.reads(EnvironmentKey.QUIET_HOURS, plan.quiet().map(QuietHours::toString).orElse("NONE"));
    }

    /** How long the shortest-lived letter is worth to be delivered. */
    public Duration shortestUse() {
        return plan.offsets().stream().map(ReminderSettings::use).min(Duration::compareTo).orElse(DAY);
    }

    private static Duration use(ReminderKind kind) {
        return switch (kind) {
            case ReminderKind.Before(var distance) -> distance;
            case ReminderKind.DaysBefore _,ReminderKind.Notice _ -> DAY;
        };
    }
}
