package clinic.appointments.local.run;

import java.nio.file.Path;
import java.util.List;

import clinic.appointments.local.stage.BootSettings;
import clinic.appointments.local.stage.CdkApp;

/** The appointment scheduling service as a stage that this machine can boot. */
public final class SchedulingStage {

    private static final String MAIN = "clinic.appointments.infrastructure.AppointmentSchedulingApp";

    private SchedulingStage() {
    }

    /**
     * Settings of a boot; the working directory must be the root of the repository.
     *
     * @param stage name of the stage, such as {@code dev}
     */
    public static BootSettings.Builder settings(String stage) {
        return BootSettings.of(new CdkApp(Path.of("").toAbsolutePath(), MAIN, "infrastructure",
                List.of("functions/target/bundle", "shared-model/target/classes")), stage);
    }
}
