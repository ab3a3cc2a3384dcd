package clinic.appointments.infrastructure;

import java.util.List;
import java.util.Optional;

import clinic.appointments.infrastructure.compute.DeploymentStrategy;
import clinic.appointments.infrastructure.delivery.DeliveryRoleProps;
import software.amazon.awscdk.App;

/**
 * Entry point of the CDK app: one CDK stage for each deployment stage. Context values of the command line: {@code
 * stage} restricts the app to one stage, {@code region} and {@code account} override the settings, {@code
 * canary=false} releases at once, {@code defaults=true} leaves out the stage files, {@code delivery=OWNER/REPOSITORY}
 * adds the role of a pipeline, with {@code oidcProvider=ARN} for an account that has GitHub's. A problem that the user
 * can solve ends the program with one sentence and status 1.
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
            var settings = overrides.settings(name);
            var stage = new AppointmentSchedulingStage(app, name, settings, bundle);
            context(app, "delivery").ifPresent(repository -> addDelivery(app, name, settings, repository));
            settings.account().ifPresent(account -> new PinnedAccount(account, credentials()).protect(stage));
        }
        GuardPolicies.protect(app);
        app.synth();
    }

    private static StageOverrides overrides(App app, Workstation workstation) {
        var defaults = context(app, "defaults").map(Boolean::parseBoolean).orElse(false);
        return new StageOverrides(Optional.of(workstation.stages()).filter(_ -> !defaults), context(app, "region"),
                context(app, "account"), context(app, "canary").map(AppointmentSchedulingApp::strategy));
    }

    private static void addDelivery(App app, StageName stage, StageSettings settings, String repository) {
        try {
            new DeliveryStack(app, stage.id() + "-" + DeliveryStack.ID, settings,
                    new DeliveryRoleProps(repository, stage.id(), context(app, "oidcProvider")));
        } catch (IllegalArgumentException wrong) {
            throw new StartProblem(wrong.getMessage() + ".");
        }
    }

    private static DeploymentStrategy strategy(String canary) {
        if (!canary.equals("false")) {
            throw new StartProblem("canary must be false or be left out, not " + canary + ".");
        }
        return DeploymentStrategy.ALL_AT_ONCE;
    }

    /** The account of the credentials, as the CDK's command line found it. */
    private static Optional<String> credentials() {
        return Optional.ofNullable(System.getenv("CDK_DEFAULT_ACCOUNT"));
    }

    private static List<StageName> selected(App app) {
        return context(app, "stage").map(StageName::parse).map(List::of).orElse(List.of(StageName.values()));
    }

    private static Optional<String> context(App app, String key) {
        return Optional.ofNullable(app.getNode().tryGetContext(key)).map(Object::toString);
    }
}
