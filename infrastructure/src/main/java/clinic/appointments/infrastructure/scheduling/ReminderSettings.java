package clinic.appointments.infrastructure.scheduling;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.infrastructure.compute.ServiceFunction;
import clinic.appointments.model.QuietHours;
import clinic.appointments.model.ReminderKind;
import clinic.appointments.model.ReminderPlan;

/**
 * How the patients of a stage are reminded.
 *
 * @param language of letters to a patient who has told none
 * @param sender e-mail address that letters come from; its domain is verified in SES
 * @param unsubscribe where a patient says that they want no letters: an address of the web, or {@code mailto:} one that
 *     somebody reads, who then registers the patient with the reminder preference {@code NONE}; empty as long as there
 *     is no such place, because a header that leads nowhere is worse than none
 */
public record ReminderSettings(ReminderPlan plan, Locale language, String sender, Optional<URI> unsubscribe) {

    /** SES API v2: "MessageHeader", Value; the brackets around it included. */
    private static final int LONGEST_HEADER = 868;

    public ReminderSettings {
        if (!unsubscribe.stream().allMatch(ReminderSettings::canBeAHeader)) {
            throw new IllegalArgumentException("unsubscribe must be an https: or mailto: URI in ASCII");
        }
    }

    private static boolean canBeAHeader(URI place) {
        return ("https".equals(place.getScheme()) || "mailto".equals(place.getScheme()))
                && place.toString().matches("[!-~]{1," + LONGEST_HEADER + "}");
    }

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
        function.reads(EnvironmentKey.REMINDER_UNSUBSCRIBE, unsubscribe.map(URI::toString).orElse("NONE"));
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
