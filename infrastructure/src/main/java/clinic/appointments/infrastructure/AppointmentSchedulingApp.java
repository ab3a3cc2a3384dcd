package clinic.appointments.infrastructure;

import java.util.List;

import software.amazon.awscdk.App;

/**
 * Entry point of the CDK app: one CDK stage for each deployment stage. The context value {@code stage} restricts the
 * app to one of them; {@code region} deploys to another region. A problem that its user can solve ends the program with
 * one sentence and status 1.
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
        for (var name : selected(app.getNode().tryGetContext("stage"))) {
            new AppointmentSchedulingStage(app, name, settings(name, app.getNode().tryGetContext("region")), bundle);
        }
        GuardPolicies.protect(app);
        app.synth();
    }

    private static StageSettings settings(StageName name, Object region) {
        var settings = StageSettings.of(name);
        return region == null ? settings : settings.in(name, region.toString());
    }

    private static List<StageName> selected(Object context) {
        return context == null ? List.of(StageName.values()) : List.of(StageName.parse(context.toString()));
    }
}
