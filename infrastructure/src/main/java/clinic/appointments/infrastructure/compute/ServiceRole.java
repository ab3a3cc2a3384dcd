package clinic.appointments.infrastructure.compute;

import java.util.List;

import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/**
 * A role with one managed policy that holds all it may do: as a resource of its own, it has versions and is found by
 * whoever looks for who may do what. Nothing else adds to it, not even the CDK.
 */
public final class ServiceRole {

    private final Role role;
    private final ManagedPolicy permissions;

    public ServiceRole(Construct scope, String id, IPrincipal taker) {
        role = Role.Builder.create(scope, id).assumedBy(taker).build();
        permissions = ManagedPolicy.Builder.create(scope, id + "Permissions").roles(List.of(role)).build();
    }

    /** Allows what the statement says. */
    public void may(PolicyStatement.Builder statement) {
        permissions.addStatements(statement.build());
    }

    /** The role, for what acts by it. */
    public IRole role() {
        return role.withoutPolicyUpdates();
    }

    /** Lets a construct be made only when the permissions are there. */
    public void isNeededBy(Construct user) {
        user.getNode().addDependency(permissions);
    }
}
