package clinic.appointments.runtime;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.FingerprintVersions;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.QuietHours;
import clinic.appointments.model.ReminderKind;
import clinic.appointments.model.ReminderPlan;
import clinic.appointments.wire.BookingTermsJson;

/** The settings that functions share, from a function's environment. */
public final class DomainSettings {

    private static final BookingTerms NO_TERMS = new BookingTerms(BookingTerms.Limits.DEFAULT, Optional.empty(),
            ZoneOffset.UTC, Duration.ofDays(1), Map.of());

    private DomainSettings() {
    }

    public static ChangePolicy policy(Environment environment) {
        return new ChangePolicy(terms(environment), plan(environment));
    }

    public static BookingTerms terms(Environment environment) {
        ZoneId zone = environment.zone(EnvironmentKey.DEFAULT_TIME_ZONE);
        return environment.parse(EnvironmentKey.BOOKING_TERMS, json -> BookingTermsJson.read(json, zone), NO_TERMS,
                "must be terms as the infrastructure writes them");
    }

    public static Optional<QuietHours> quietHours(Environment environment) {
        return environment.parse(EnvironmentKey.QUIET_HOURS,
                text -> text.equals("NONE") ? Optional.empty() : Optional.of(QuietHours.of(text)), Optional.empty(),
                "must be hours such as 21:00-08:00, or NONE");
    }

    public static Locale locale(Environment environment) {
        return environment.parse(EnvironmentKey.DEFAULT_LOCALE, tag -> new Locale.Builder().setLanguageTag(tag).build(),
                Locale.ROOT, "must be a language tag such as en-GB");
    }

    public static FingerprintSettings fingerprints(Environment environment) {
        return new FingerprintSettings(environment.text(EnvironmentKey.FINGERPRINT_KEY),
                environment.parse(EnvironmentKey.FINGERPRINT_VERSIONS, FingerprintVersions::of,
                        FingerprintVersions.of("1"), "must be versions such as 2,1, current first"));
    }

    private static ReminderPlan plan(Environment environment) {
        List<ReminderKind> offsets = environment.parse(EnvironmentKey.REMINDER_OFFSETS,
                text -> Arrays.stream(text.split(",")).map(String::strip).map(ReminderKind::offset).toList(), List.of(),
                "must be offsets such as PT24H or P1D, separated by commas");
        boolean notices = environment.parse(EnvironmentKey.NOTICES, DomainSettings::truth, false,
                "must be true or false");
        return new ReminderPlan(offsets, quietHours(environment), notices);
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            case String _ -> throw new IllegalArgumentException("neither true nor false");
        };
    }
}
