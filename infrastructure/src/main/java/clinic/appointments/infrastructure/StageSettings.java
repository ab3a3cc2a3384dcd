package clinic.appointments.infrastructure;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import clinic.appointments.contract.FingerprintVersions;
import clinic.appointments.infrastructure.api.ApiSettings;
import clinic.appointments.infrastructure.compute.Concurrency;
import clinic.appointments.infrastructure.compute.DeploymentStrategy;
import clinic.appointments.infrastructure.compute.FunctionSettings;
import clinic.appointments.infrastructure.monitoring.AlarmSettings;
import clinic.appointments.infrastructure.monitoring.Sampling;
import clinic.appointments.infrastructure.scheduling.ReminderSettings;
import clinic.appointments.infrastructure.storage.DataSettings;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.QuietHours;
import clinic.appointments.model.ReminderKind;
import clinic.appointments.model.ReminderPlan;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * Everything in which deployment stages differ. A wrong setting is an {@link IllegalArgumentException}.
 *
 * @param region where the stage's data lives, and never leaves
 * @param bookings what may be booked and changed, and in which zone the clinic is
 */
public record StageSettings(String region, DataSettings data, FunctionSettings functions, BookingTerms bookings,
        ReminderSettings reminders, ApiSettings api, AlarmSettings alarms, Sampling sampling) {

    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[1-9]");
    /** A new one comes first, and the one before stays behind it for as long as its receipts (runbook). */
    private static final FingerprintVersions FINGERPRINTS = FingerprintVersions.of("1");
    private static final ReminderPlan DAY_AND_TWO_HOURS = new ReminderPlan(
            List.of(ReminderKind.offset("PT24H"), ReminderKind.offset("PT2H")),
            Optional.of(QuietHours.of("21:00-07:00")), true);

    public StageSettings {
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException("region must be a region such as eu-central-1, not " + region);
        }
    }

    /** The settings of a stage; throws {@link StartProblem} when one is wrong. */
    static StageSettings of(StageName stage) {
        try {
            return chosen(stage);
        } catch (IllegalArgumentException wrong) {
            throw problem(stage, wrong);
        }
    }

    /** The same settings in another region; throws {@link StartProblem} when there can be no such region. */
    StageSettings in(StageName stage, String otherRegion) {
        try {
            return new StageSettings(otherRegion, data, functions, bookings, reminders, api, alarms, sampling);
        } catch (IllegalArgumentException wrong) {
            throw problem(stage, wrong);
        }
    }

    private static StageSettings chosen(StageName stage) {
        return switch (stage) {
            case DEV -> new StageSettings("eu-central-1", new DataSettings(RemovalPolicy.DESTROY, false, FINGERPRINTS),
                    new FunctionSettings(Size.mebibytes(1024), RetentionDays.ONE_WEEK, ApplicationLogLevel.DEBUG,
                            new Concurrency(10, 10, 10, 10), DeploymentStrategy.ALL_AT_ONCE),
                    ClinicTerms.trying(), reminders("reminders@dev.appointments.example"),
                    new ApiSettings(20, 40, 2_000, RetentionDays.ONE_WEEK),
                    new AlarmSettings(Duration.ofMinutes(15), 1000, 10, 80,
                            Duration.ofSeconds(5), List.of("developers@appointments.example")),
                    new Sampling(1, 1));
            case STAGING ->
                new StageSettings("eu-central-1", new DataSettings(RemovalPolicy.DESTROY, false, FINGERPRINTS),
                        new FunctionSettings(Size.mebibytes(1024), RetentionDays.ONE_MONTH, ApplicationLogLevel.INFO,
                                new Concurrency(20, 20, 10, 20), DeploymentStrategy.ALL_AT_ONCE),
                        ClinicTerms.confirmedByHand(), reminders("reminders@staging.appointments.example"),
                        new ApiSettings(50, 100, 10_000, RetentionDays.ONE_MONTH),
                        new AlarmSettings(Duration.ofMinutes(10), 1000, 5, 80, Duration.ofSeconds(3),
                                List.of("developers@appointments.example")),
                        new Sampling(1, 1));
            case PROD -> new StageSettings("eu-central-1", new DataSettings(RemovalPolicy.RETAIN, true, FINGERPRINTS),
                    new FunctionSettings(Size.mebibytes(1024), RetentionDays.ONE_YEAR, ApplicationLogLevel.INFO,
                            new Concurrency(50, 50, 20, 100), DeploymentStrategy.CANARY),
                    ClinicTerms.serving(), reminders("reminders@appointments.example"),
                    new ApiSettings(200, 400, 50_000, RetentionDays.ONE_YEAR),
                    new AlarmSettings(Duration.ofMinutes(5), 1000, 5, 80, Duration.ofSeconds(3),
                            List.of("oncall@appointments.example")),
                    new Sampling(1, 0.05));
        };
    }

    private static ReminderSettings reminders(String sender) {
        return new ReminderSettings(DAY_AND_TWO_HOURS, Locale.UK, sender, Optional.empty());
    }

    private static StartProblem problem(StageName stage, IllegalArgumentException wrong) {
        return new StartProblem("Stage " + stage.id() + ": " + wrong.getMessage() + ".");
    }
}
