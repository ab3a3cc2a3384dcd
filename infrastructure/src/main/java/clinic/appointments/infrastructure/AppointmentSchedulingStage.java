package clinic.appointments.infrastructure;

import java.nio.file.Path;
import java.util.stream.Stream;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.StageProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/** One deployment of the whole service. */
public final class AppointmentSchedulingStage extends Stage {

    /**
     * @param bundle directory of the built functions
     */
    public AppointmentSchedulingStage(Construct scope, StageName name, StageSettings settings, Path bundle) {
        super(scope, name.id(), StageProps.builder().env(settings.environment()).build());
        var data = new AppointmentDataStack(this, AppointmentDataStack.ID, settings.data());
        var service = new AppointmentServiceStack(this, AppointmentServiceStack.ID,
                AppointmentServiceProps.builder().settings(settings).data(data).bundle(bundle).build());
        new AppointmentMonitoringStack(this, AppointmentMonitoringStack.ID, settings, service);
        stacks().forEach(stack -> PlaceholderGuard.of(settings).protect(name, stack));
        stacks().forEach(stack -> stack.setTerminationProtection(settings.terminationProtection()));
        tag(name);
    }

    private Stream<Stack> stacks() {
        return getNode().getChildren().stream().filter(Stack.class::isInstance).map(Stack.class::cast);
    }

    private void tag(StageName name) {
        var tags = Tags.of(this);
        tags.add("service", "appointment-scheduling");
        tags.add("stage", name.id());
        tags.add("data-classification", "phi");
    }
}
