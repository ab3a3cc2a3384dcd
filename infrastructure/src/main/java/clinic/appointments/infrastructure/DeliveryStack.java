package clinic.appointments.infrastructure;

import clinic.appointments.infrastructure.delivery.DeliveryRole;
import clinic.appointments.infrastructure.delivery.DeliveryRoleProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/** The role of the delivery pipeline for one stage. It is in the app only when a repository is given. */
final class DeliveryStack extends Stack {

    /** Last part of the stack's name, after the stage. */
    static final String ID = "Delivery";

    DeliveryStack(Construct scope, String id, StageSettings settings, DeliveryRoleProps props) {
        super(scope, id,
                StackProps.builder().env(settings.environment()).terminationProtection(settings.terminationProtection())
                        .build());
        new DeliveryRole(this, "DeliveryRole", props);
        Tags.of(this).add("service", "appointment-scheduling");
        Tags.of(this).add("stage", props.stage());
    }
}
