package clinic.appointments.infrastructure;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import clinic.appointments.infrastructure.api.ApiSettings;
import clinic.appointments.infrastructure.compute.Concurrency;
import clinic.appointments.infrastructure.compute.FunctionSettings;
import clinic.appointments.infrastructure.monitoring.AlarmSettings;
import clinic.appointments.infrastructure.monitoring.Sampling;
import clinic.appointments.infrastructure.scheduling.ReminderSettings;
import clinic.appointments.infrastructure.smoke.SmokeSettings;
import clinic.appointments.infrastructure.storage.DataSettings;
import clinic.appointments.infrastructure.storage.IndexShards;
import clinic.appointments.model.ReminderPlan;
import org.jspecify.annotations.Nullable;

/** Sets the settings of a stage by name; each group can be changed again and again, and the last value holds. */
final class StageSettingsBuilder {

    private final FunctionSettings.Builder functions = FunctionSettings.builder();
    private final Concurrency.Builder concurrency = Concurrency.builder();
    private final BookingTermsBuilder bookings = ClinicTerms.base();
    private final ApiSettings.Builder api = ApiSettings.builder();
    private final AlarmSettings.Builder alarms = AlarmSettings.builder();
    private Optional<String> account = Optional.empty();
    private boolean terminationProtection;
    private @Nullable String region;
    private @Nullable DataSettings data;
    private @Nullable ReminderPlan reminderPlan;
    private @Nullable Locale language;
    private @Nullable String sender;
    private @Nullable Sampling sampling;
    private boolean smokeTest;
    private int smokeMinutes;

    StageSettingsBuilder account(Optional<String> id) {
        account = id;
        return this;
    }

    /** Has CloudFormation refuse to delete the stacks. */
    StageSettingsBuilder terminationProtection() {
        terminationProtection = true;
        return this;
    }

    StageSettingsBuilder region(String name) {
        region = name;
        return this;
    }

    StageSettingsBuilder data(DataSettings settings) {
        data = settings;
        return this;
    }

    StageSettingsBuilder shards(UnaryOperator<IndexShards> change) {
        DataSettings known = Objects.requireNonNull(data, "data");
        data = known.withShards(change.apply(known.shards()));
        return this;
    }

    StageSettingsBuilder functions(Consumer<FunctionSettings.Builder> change) {
        change.accept(functions);
        return this;
    }

    StageSettingsBuilder concurrency(Consumer<Concurrency.Builder> change) {
        change.accept(concurrency);
        return this;
    }

    StageSettingsBuilder bookings(Consumer<BookingTermsBuilder> change) {
        change.accept(bookings);
        return this;
    }

    StageSettingsBuilder timeZone(ZoneId ofClinic) {
        bookings.zone(ofClinic);
        return this;
    }

    StageSettingsBuilder definedResources(boolean demanded) {
        bookings.definedResources(demanded);
        return this;
    }

    StageSettingsBuilder reminderPlan(ReminderPlan plan) {
        reminderPlan = plan;
        return this;
    }

    /** Sets the language of letters to patients without one of their own. */
    StageSettingsBuilder language(Locale ofLetters) {
        language = ofLetters;
        return this;
    }

    /** Sets the e-mail address that letters come from. */
    StageSettingsBuilder sender(String address) {
        sender = address;
        return this;
    }

    StageSettingsBuilder api(Consumer<ApiSettings.Builder> change) {
        change.accept(api);
        return this;
    }

    StageSettingsBuilder alarms(Consumer<AlarmSettings.Builder> change) {
        change.accept(alarms);
        return this;
    }

    StageSettingsBuilder alarmRecipients(List<String> addresses) {
        alarms.recipients(addresses);
        return this;
    }

    StageSettingsBuilder sampling(Sampling ofTraces) {
        sampling = ofTraces;
        return this;
    }

    /** Whether the stage has a smoke test. */
    StageSettingsBuilder smokeTest(boolean enabled) {
        smokeTest = enabled;
        concurrency.journeys(enabled ? 1 : 0);
        return this;
    }

    /** Sets the minutes between two journeys of the smoke test. */
    StageSettingsBuilder smokeMinutes(int interval) {
        smokeMinutes = interval;
        return this;
    }

    StageSettings build() {
        return new StageSettings(account, terminationProtection, Objects.requireNonNull(region, "region"),
                Objects.requireNonNull(data, "data"), functions.concurrency(concurrency.build()).build(),
                bookings.build(),
                new ReminderSettings(Objects.requireNonNull(reminderPlan, "reminderPlan"),
                        Objects.requireNonNull(language, "language"), Objects.requireNonNull(sender, "sender"),
                        Optional.empty()),
                api.build(), alarms.build(), Objects.requireNonNull(sampling, "sampling"),
                new SmokeSettings(smokeTest, smokeMinutes));
    }
}
