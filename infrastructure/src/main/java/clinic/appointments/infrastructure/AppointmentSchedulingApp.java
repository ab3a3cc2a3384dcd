package clinic.appointments.infrastructure;

import java.util.List;
import java.util.Optional;

import software.amazon.awscdk.App;

/**
 * Entry point of the CDK app: one CDK stage for each deployment stage. Context values of the command line: {@code
 * stage} restricts the app to one stage, {@code region} and {@code account} override the settings, {@code
 * defaults=true} leaves out the stage files. A problem that the user can solve ends the program with one sentence and
 * status 1.
 */
public final class AppointmentSchedulingApp {

    private AppointmentSchedulingApp() {
    }

    public static void main(String[] arguments) {
        try {
            synthesize(Workstation.ofThisProcess());
        } catch (StartProblem problem) {
            System.err.println(problem.getMessage());
            System.exit(1);
        }
    }

    private static void synthesize(Workstation workstation) {
        workstation.requireNode();
        var bundle = workstation.functionBundle();
        var app = new App();
        var overrides = overrides(app, workstation);
        for (var name : selected(app)) {
            new AppointmentSchedulingStage(app, name, overrides.settings(name), bundle);
        }
        GuardPolicies.protect(app);
        app.synth();
    }

    private static StageOverrides overrides(App app, Workstation workstation) {
        var defaults = context(app, "defaults").map(Boolean::parseBoolean).orElse(false);
        return new StageOverrides(Optional.of(workstation.stages()).filter(_ -> !defaults), context(app, "region"),
                context(app, "account"));
    }

    private static List<StageName> selected(App app) {
        return context(app, "stage").map(StageName::parse).map(List::of).orElse(List.of(StageName.values()));
    }

    private static Optional<String> context(App app, String key) {
        return Optional.ofNullable(app.getNode().tryGetContext(key)).map(Object::toString);
    }
}
