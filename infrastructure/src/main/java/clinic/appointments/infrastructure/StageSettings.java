package clinic.appointments.infrastructure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import clinic.appointments.infrastructure.api.ApiSettings;
import clinic.appointments.infrastructure.compute.FunctionSettings;
import clinic.appointments.infrastructure.monitoring.AlarmSettings;
import clinic.appointments.infrastructure.monitoring.Sampling;
import clinic.appointments.infrastructure.scheduling.ReminderSettings;
import clinic.appointments.infrastructure.smoke.SmokeSettings;
import clinic.appointments.infrastructure.storage.DataSettings;
import clinic.appointments.model.BookingTerms;
import software.amazon.awscdk.Environment;

/**
 * The settings of a deployment stage; {@link StageDefaults} has those of each. A wrong setting is an
 * {@link IllegalArgumentException}.
 *
 * @param account the stage's account; empty for the account of the credentials that deploy
 * @param terminationProtection whether CloudFormation refuses to delete the stacks
 * @param region where the stage's data lives, and never leaves
 * @param bookings rules for bookings and changes, with the time zone of the clinic
 */
public record StageSettings(Optional<String> account, boolean terminationProtection, String region, DataSettings data,
        FunctionSettings functions, BookingTerms bookings, ReminderSettings reminders, ApiSettings api,
        AlarmSettings alarms, Sampling sampling, SmokeSettings smoke) {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[1-9]");

    public StageSettings {
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException("region must be a region such as eu-central-1, not " + region);
        }
        if (account.filter(id -> !ACCOUNT.matcher(id).matches()).isPresent()) {
            throw new IllegalArgumentException("account must be 12 digits, not " + account.orElseThrow());
        }
    }

    /**
     * The settings of a stage as it is deployed: the defaults and the stage's file.
     *
     * @param files directory of the stage files
     */
    public static StageSettings of(StageName stage, Path files) {
        return new StageOverrides(Optional.of(files), Optional.empty(), Optional.empty(), Optional.empty())
                .settings(stage);
    }

    /** Without an account the credentials decide at deployment, and templates refer to it by name. */
    Environment environment() {
        var environment = Environment.builder().region(region);
        account.ifPresent(environment::account);
        return environment.build();
    }

    /** Names of the settings that still are placeholders, with which no stage can be deployed. */
    public List<String> placeholders() {
        return PlaceholderGuard.of(this).fields();
    }

    /** The committed settings of a stage; throws {@link StartProblem} when one is wrong. */
    static StageSettings of(StageName stage) {
        return StageOverrides.NONE.settings(stage);
    }
}
