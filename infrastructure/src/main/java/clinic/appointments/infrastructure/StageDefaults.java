package clinic.appointments.infrastructure;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import clinic.appointments.contract.FingerprintVersions;
import clinic.appointments.infrastructure.compute.DeploymentStrategy;
import clinic.appointments.infrastructure.monitoring.Objective;
import clinic.appointments.infrastructure.monitoring.Sampling;
import clinic.appointments.infrastructure.storage.DataSettings;
import clinic.appointments.model.QuietHours;
import clinic.appointments.model.ReminderKind;
import clinic.appointments.model.ReminderPlan;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.logs.RetentionDays;

/** The settings that all stages share, and what each stage changes. */
final class StageDefaults {

    /** A new version comes first; the one before stays behind it for as long as its receipts (runbook). */
    private static final FingerprintVersions FINGERPRINTS = FingerprintVersions.of("1");
    private static final ReminderPlan DAY_AND_TWO_HOURS = new ReminderPlan(
            List.of(ReminderKind.offset("PT24H"), ReminderKind.offset("PT2H")),
            Optional.of(QuietHours.of("21:00-07:00")), true);
    /** As long as tables can be restored to any second. */
    private static final Duration BACKUPS = Duration.ofDays(35);
    private static final Duration TEN_YEARS = Duration.ofDays(3653);

    private StageDefaults() {
    }

    /** The settings of a stage, to be changed further. */
    static StageSettingsBuilder of(StageName stage) {
        return switch (stage) {
            case DEV -> dev(base());
            case STAGING -> staging(base());
            case PROD -> prod(base());
        };
    }

    private static StageSettingsBuilder base() {
        return new StageSettingsBuilder().region("eu-central-1").data(DataSettings.expendable(FINGERPRINTS))
                .functions(functions -> functions.memoryMebibytes(1024).logRetention(RetentionDays.ONE_MONTH)
                        .logRemoval(RemovalPolicy.DESTROY)
                        .logLevel(ApplicationLogLevel.INFO).deployment(DeploymentStrategy.ALL_AT_ONCE))
                .concurrency(running -> running.requests(20).confirmations(20).reminders(10).queries(20))
                .reminderPlan(DAY_AND_TWO_HOURS).language(Locale.UK)
                .api(api -> api.requestsPerSecond(50).burst(100).requestsPerAddress(10_000)
                        .logRetention(RetentionDays.ONE_MONTH).logRemoval(RemovalPolicy.DESTROY))
                .alarms(alarms -> alarms.oldestMessage(Duration.ofMinutes(10)).backlog(1000).failedMessages(5)
                        .shareOfTimeout(80).apiLatency(Duration.ofSeconds(3)).target(Objective.CONFIRMED, 99)
                        .target(Objective.REMINDED, 99).target(Objective.AVAILABLE, 99))
                .alarmRecipients(List.of("developers@appointments.example")).sampling(Sampling.everything())
                .smokeTest(true).smokeMinutes(5);
    }

    /** For trying out: bookings two months ahead, short logs in detail, little load, no smoke test. */
    private static StageSettingsBuilder dev(StageSettingsBuilder base) {
        return base.sender("reminders@dev.appointments.example").smokeTest(false)
                .functions(functions -> functions.logRetention(RetentionDays.ONE_WEEK)
                        .logLevel(ApplicationLogLevel.DEBUG))
                .concurrency(running -> running.requests(10).confirmations(10).queries(10))
                .bookings(terms -> terms.horizon(Duration.ofDays(60)))
                .api(api -> api.requestsPerSecond(20).burst(40).requestsPerAddress(2_000)
                        .logRetention(RetentionDays.ONE_WEEK))
                .alarms(alarms -> alarms.oldestMessage(Duration.ofMinutes(15)).failedMessages(10)
                        .apiLatency(Duration.ofSeconds(5)).target(Objective.CONFIRMED, 95)
                        .target(Objective.REMINDED, 95).target(Objective.AVAILABLE, 95));
    }

    /**
     * Somebody at the clinic confirms each request within four hours. The smoke test runs as in prod, so that its
     * alarm is seen before it calls anybody at night.
     */
    private static StageSettingsBuilder staging(StageSettingsBuilder base) {
        return base.sender("reminders@staging.appointments.example")
                .bookings(terms -> terms.hold(Duration.ofHours(4)));
    }

    /**
     * Stacks are not deleted by mistake, data outlives them, records are kept for ten years, and a release takes over
     * step by step.
     */
    private static StageSettingsBuilder prod(StageSettingsBuilder base) {
        return base.terminationProtection().sender("reminders@appointments.example")
                .data(DataSettings.retained(BACKUPS, FINGERPRINTS))
                .functions(functions -> functions.logRetention(RetentionDays.ONE_YEAR)
                        .logRemoval(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
                        .deployment(DeploymentStrategy.CANARY))
                .concurrency(running -> running.requests(50).confirmations(50).reminders(20).queries(100))
                .bookings(terms -> terms.retention(TEN_YEARS))
                .api(api -> api.requestsPerSecond(200).burst(400).requestsPerAddress(50_000)
                        .logRetention(RetentionDays.ONE_YEAR)
                        .logRemoval(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE))
                .alarms(alarms -> alarms.oldestMessage(Duration.ofMinutes(5)).target(Objective.CONFIRMED, 99.5)
                        .target(Objective.REMINDED, 99.5).target(Objective.AVAILABLE, 99.9))
                .alarmRecipients(List.of("oncall@appointments.example"))
                .sampling(Sampling.shareBeyondOnePerSecond(0.05));
    }
}
