package clinic.appointments.infrastructure;

import java.nio.file.Path;

import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.StageProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/** One deployment of the whole service. The account is that of whoever deploys. */
public final class AppointmentSchedulingStage extends Stage {

    /**
     * @param bundle directory of the built functions
     */
    public AppointmentSchedulingStage(Construct scope, StageName name, StageSettings settings, Path bundle) {
        super(scope, name.id(), StageProps.builder()
                .env(Environment.builder().region(settings.region()).build()).build());
        var data = new AppointmentDataStack(this, AppointmentDataStack.ID, settings.data());
        var service = new AppointmentServiceStack(this, AppointmentServiceStack.ID, settings, data, bundle);
        new AppointmentMonitoringStack(this, AppointmentMonitoringStack.ID, settings, service);
        tag(name);
    }

    private void tag(StageName name) {
        var tags = Tags.of(this);
        tags.add("service", "appointment-scheduling");
        tags.add("stage", name.id());
        tags.add("data-classification", "phi");
    }
}
