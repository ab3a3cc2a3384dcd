package clinic.appointments.infrastructure;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

import clinic.appointments.infrastructure.api.ApiSettings;
import clinic.appointments.infrastructure.compute.Concurrency;
import clinic.appointments.infrastructure.compute.DeploymentStrategy;
import clinic.appointments.infrastructure.compute.FunctionSettings;
import clinic.appointments.infrastructure.monitoring.AlarmSettings;
import clinic.appointments.infrastructure.monitoring.Sampling;
import clinic.appointments.infrastructure.storage.DataSettings;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * Everything in which deployment stages differ. A wrong setting is an {@link IllegalArgumentException}.
 *
 * @param region
 *            where the stage's data lives, and never leaves
 * @param defaultTimeZone
 *            zone of a booking that names none
 * @param reminderOffsets
 *            how long before its start an appointment is reminded of
 * @param reminderSender
 *            e-mail address that reminders come from; its domain is verified in SES
 */
public record StageSettings(String region, DataSettings data, FunctionSettings functions, ZoneId defaultTimeZone,
        List<Duration> reminderOffsets, String reminderSender,
        ApiSettings api, AlarmSettings alarms, Sampling sampling) {

    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[1-9]");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<Duration> DAY_AND_TWO_HOURS = List.of(Duration.ofHours(24), Duration.ofHours(2));

    public StageSettings {
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException("region must be a region such as eu-central-1, not " + region);
        }
        reminderOffsets = List.copyOf(reminderOffsets);
        if (reminderOffsets.stream().anyMatch(offset -> !offset.isPositive())
                || reminderOffsets.stream().distinct().count() != reminderOffsets.size()) {
            throw new IllegalArgumentException(
                    "reminderOffsets must be positive and different, not " + reminderOffsets);
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
            return new StageSettings(otherRegion, data, functions, defaultTimeZone, reminderOffsets, reminderSender,
                    api, alarms, sampling);
        } catch (IllegalArgumentException wrong) {
            throw problem(stage, wrong);
        }
    }

    private static StageSettings chosen(StageName stage) {
        return switch (stage) {
            case DEV -> new StageSettings("eu-central-1", new DataSettings(RemovalPolicy.DESTROY, false),
                    new FunctionSettings(Size.mebibytes(1024), RetentionDays.ONE_WEEK, ApplicationLogLevel.DEBUG,
                            new Concurrency(10, 10, 10), DeploymentStrategy.ALL_AT_ONCE),
                    BERLIN, DAY_AND_TWO_HOURS, "reminders@dev.appointments.example",
                    new ApiSettings(20, 40, 2_000, RetentionDays.ONE_WEEK),
                    new AlarmSettings(Duration.ofMinutes(15), 1000, 10, 80,
                            Duration.ofSeconds(5), List.of("developers@appointments.example")),
                    new Sampling(1, 1));
            case STAGING -> new StageSettings("eu-central-1", new DataSettings(RemovalPolicy.DESTROY, false),
                    new FunctionSettings(Size.mebibytes(1024), RetentionDays.ONE_MONTH, ApplicationLogLevel.INFO,
                            new Concurrency(20, 20, 10), DeploymentStrategy.ALL_AT_ONCE),
                    BERLIN, DAY_AND_TWO_HOURS, "reminders@staging.appointments.example",
                    new ApiSettings(50, 100, 10_000, RetentionDays.ONE_MONTH),
                    new AlarmSettings(Duration.ofMinutes(10), 1000, 5, 80, Duration.ofSeconds(3),
                            List.of("developers@appointments.example")),
                    new Sampling(1, 1));
            case PROD -> new StageSettings("eu-central-1", new DataSettings(RemovalPolicy.RETAIN, true),
                    new FunctionSettings(Size.mebibytes(1024), RetentionDays.ONE_YEAR, ApplicationLogLevel.INFO,
                            new Concurrency(50, 50, 20), DeploymentStrategy.CANARY),
                    BERLIN, DAY_AND_TWO_HOURS, "reminders@appointments.example",
                    new ApiSettings(200, 400, 50_000, RetentionDays.ONE_YEAR),
                    new AlarmSettings(Duration.ofMinutes(5), 1000, 5, 80, Duration.ofSeconds(3),
                            List.of("oncall@appointments.example")),
                    new Sampling(1, 0.05));
        };
    }

    private static StartProblem problem(StageName stage, IllegalArgumentException wrong) {
        return new StartProblem("Stage " + stage.id() + ": " + wrong.getMessage() + ".");
    }
}
