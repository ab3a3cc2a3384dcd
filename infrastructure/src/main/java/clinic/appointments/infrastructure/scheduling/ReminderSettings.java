package clinic.appointments.infrastructure.scheduling;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.infrastructure.patterns.ServiceFunction;
import clinic.appointments.model.QuietHours;
import clinic.appointments.model.ReminderKind;
import clinic.appointments.model.ReminderPlan;

/**
 * Settings of the reminders of a stage.
 *
 * @param language of letters to a patient without a language of their own
 * @param sender e-mail address that letters come from; its domain is verified in SES
 * @param unsubscribe where a patient opts out of letters: a web page, or a {@code mailto:} address that somebody reads,
 *     who then registers the patient with the reminder preference {@code NONE}; empty as long as there is no such
 *     place, because a header that leads nowhere is worse than none
 */
public record ReminderSettings(ReminderPlan plan, Locale language, String sender, Optional<URI> unsubscribe) {

    /** SES API v2: "MessageHeader", Value; the brackets around it included. */
    private static final int MAX_HEADER = 868;
    private static final String NONE = "NONE";
    private static final Duration DAY = Duration.ofDays(1);

    public ReminderSettings {
        if (!unsubscribe.stream().allMatch(ReminderSettings::canBeAHeader)) {
            throw new IllegalArgumentException("unsubscribe must be an https: or mailto: URI in ASCII");
        }
    }

    private static boolean canBeAHeader(URI place) {
        return ("https".equals(place.getScheme()) || "mailto".equals(place.getScheme()))
                && place.toString().matches("[!-~]{1," + MAX_HEADER + "}");
    }

    /** Adds the variables that say when to remind, and of what. */
    public void addPlanTo(ServiceFunction function) {
        function.addEnvironment(EnvironmentKey.REMINDER_OFFSETS.name(),
                plan.offsets().stream().map(Object::toString).collect(Collectors.joining(",")));
        function.addEnvironment(EnvironmentKey.NOTICES.name(), Boolean.toString(plan.notices()));
        addQuietHoursTo(function);
    }

    /** Adds the variables that say in which language to write, and when not to. */
    public void addLettersTo(ServiceFunction function) {
        function.addEnvironment(EnvironmentKey.DEFAULT_LOCALE.name(), language.toLanguageTag());
        function.addEnvironment(EnvironmentKey.REMINDER_UNSUBSCRIBE.name(),
                unsubscribe.map(URI::toString).orElse(NONE));
        addQuietHoursTo(function);
    }

    private void addQuietHoursTo(ServiceFunction function) {
        function.addEnvironment(EnvironmentKey.QUIET_HOURS.name(),
                plan.quiet().map(QuietHours::toString).orElse(NONE));
    }

    /** How long the shortest-lived letter is worth delivering. */
    public Duration usefulFor() {
        return plan.offsets().stream().map(ReminderSettings::usefulFor).min(Duration::compareTo).orElse(DAY);
    }

    private static Duration usefulFor(ReminderKind kind) {
        return switch (kind) {
            case ReminderKind.Before(var distance) -> distance;
            case ReminderKind.DaysBefore _,ReminderKind.Notice _ -> DAY;
        };
    }
}
