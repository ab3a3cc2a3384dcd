package clinic.appointments.wiring;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.aws.AppointmentTable;
import clinic.appointments.aws.BookingTables;
import clinic.appointments.aws.EventBridgeSchedules;
import clinic.appointments.aws.ReceiptTable;
import clinic.appointments.aws.ScheduleSettings;
import clinic.appointments.aws.SesNotificationChannel;
import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.FingerprintVersions;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.BookingTermsText;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.ClientId;
import clinic.appointments.model.QuietHours;
import clinic.appointments.model.ReminderKind;
import clinic.appointments.model.ReminderPlan;
import clinic.appointments.wire.ApiSender;

/** A function's settings, typed; each is read from the environment on first use. */
record Settings(Environment environment) {

    private static final BookingTerms NO_TERMS = new BookingTerms(BookingTerms.Limits.DEFAULT, Optional.empty(),
            ZoneOffset.UTC, Duration.ofDays(1), Map.of());
    private static final String NONE = "NONE";

    ChangePolicy policy() {
        return new ChangePolicy(terms(), plan());
    }

    BookingTerms terms() {
        ZoneId zone = environment.zone(EnvironmentKey.DEFAULT_TIME_ZONE);
        return environment.parse(EnvironmentKey.BOOKING_TERMS, text -> BookingTermsText.read(text, zone), NO_TERMS,
                "must be terms as the infrastructure writes them");
    }

    private ReminderPlan plan() {
        List<ReminderKind> offsets = environment.parse(EnvironmentKey.REMINDER_OFFSETS,
                text -> Arrays.stream(text.split(",")).map(String::strip).map(ReminderKind::offset).toList(), List.of(),
                "must be offsets such as PT24H or P1D, separated by commas");
        boolean notices = environment.parse(EnvironmentKey.NOTICES, Settings::truth, false, "must be true or false");
        return new ReminderPlan(offsets, quietHours(), notices);
    }

    Optional<QuietHours> quietHours() {
        return environment.parse(EnvironmentKey.QUIET_HOURS, text -> given(text).map(QuietHours::of), Optional.empty(),
                "must be hours such as 21:00-08:00, or NONE");
    }

    Locale locale() {
        return environment.parse(EnvironmentKey.DEFAULT_LOCALE, tag -> new Locale.Builder().setLanguageTag(tag).build(),
                Locale.ROOT, "must be a language tag such as en-GB");
    }

    FingerprintVersions fingerprintVersions() {
        return environment.parse(EnvironmentKey.FINGERPRINT_VERSIONS, FingerprintVersions::of,
                FingerprintVersions.of("1"), "must be versions such as 2,1, current first");
    }

    AppointmentTable appointmentsTable() {
        return new AppointmentTable(environment.text(EnvironmentKey.APPOINTMENTS_TABLE),
                shards(EnvironmentKey.OVERDUE_SHARDS), shards(EnvironmentKey.STATUS_SHARDS));
    }

    private int shards(EnvironmentKey ofIndex) {
        return environment.parse(ofIndex, Settings::count, 1, "must be a number from 1");
    }

    String calendarsTable() {
        return environment.text(EnvironmentKey.CALENDARS_TABLE);
    }

    String resourcesTable() {
        return environment.text(EnvironmentKey.RESOURCES_TABLE);
    }

    String patientsTable() {
        return environment.text(EnvironmentKey.PATIENTS_TABLE);
    }

    ReceiptTable receiptTable() {
        return new ReceiptTable(environment.text(EnvironmentKey.IDEMPOTENCY_TABLE),
                shards(EnvironmentKey.OVERDUE_SHARDS));
    }

    BookingTables bookingTables() {
        return new BookingTables(patientsTable(), appointmentsTable(), calendarsTable(), resourcesTable());
    }

    String queueUrl(EnvironmentKey queue) {
        return environment.text(queue);
    }

    String fingerprintKey() {
        return environment.text(EnvironmentKey.FINGERPRINT_KEY);
    }

    ApiSender apiSender() {
        return new ApiSender(environment.text(EnvironmentKey.API_ROLE_ID));
    }

    Optional<ClientId> smokeTest() {
        return environment.parse(EnvironmentKey.SMOKE_CLIENT, text -> given(text).map(ClientId::new), Optional.empty(),
                "must be an account and a role, or NONE");
    }

    URI apiUrl() {
        return environment.parse(EnvironmentKey.API_URL, URI::create, URI.create(""), "must be a URL");
    }

    String metricsNamespace() {
        return environment.text(EnvironmentKey.POWERTOOLS_METRICS_NAMESPACE);
    }

    ScheduleSettings schedules() {
        return new ScheduleSettings(environment.text(EnvironmentKey.SCHEDULE_GROUP),
                environment.text(EnvironmentKey.SCHEDULE_ROLE_ARN), environment.text(EnvironmentKey.SCHEDULE_DLQ_ARN));
    }

    EventBridgeSchedules.Targets scheduleTargets() {
        return new EventBridgeSchedules.Targets(environment.text(EnvironmentKey.REMINDER_QUEUE_ARN),
                environment.text(EnvironmentKey.REQUEST_QUEUE_ARN));
    }

    SesNotificationChannel.Sender sender() {
        return new SesNotificationChannel.Sender(environment.text(EnvironmentKey.REMINDER_SENDER),
                environment.text(EnvironmentKey.REMINDER_CONFIGURATION_SET),
                environment.parse(EnvironmentKey.REMINDER_UNSUBSCRIBE, text -> given(text).map(URI::create),
                        Optional.empty(), "must be a URI, or NONE"));
    }

    private static Optional<String> given(String text) {
        return text.equals(NONE) ? Optional.empty() : Optional.of(text);
    }

    private static int count(String text) {
        int count = Integer.parseInt(text);
        if (count < 1) {
            throw new IllegalArgumentException("less than 1");
        }
        return count;
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            case String _ -> throw new IllegalArgumentException("neither true nor false");
        };
    }
}
