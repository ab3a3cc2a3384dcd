package clinic.appointments.infrastructure.patterns;

import java.util.List;

import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

import static clinic.appointments.infrastructure.patterns.MainChild.DEFAULT_ID;

/**
 * A role with one managed policy that holds all its permissions: a resource of its own, with versions, where an auditor
 * finds it. Nothing else adds to the role, not even the CDK.
 */
public final class ServiceRole extends Construct {

    private final Role role;
    private final ManagedPolicy permissions;

    /**
     * @param principal service that assumes the role
     */
    public ServiceRole(Construct scope, String id, IPrincipal principal) {
        super(scope, id);
        role = Role.Builder.create(this, DEFAULT_ID).assumedBy(principal).build();
        permissions = ManagedPolicy.Builder.create(this, "Permissions").roles(List.of(role)).build();
    }

    /** Adds a statement to the role's policy. */
    public void addToPolicy(PolicyStatement statement) {
        permissions.addStatements(statement);
    }

    /** Has the permissions deployed before the construct that needs them. */
    public void applyBefore(Construct user) {
        user.getNode().addDependency(permissions);
    }

    /** The unique id that AWS gives the role (IAM: "IAM identifiers"). */
    public String roleId() {
        return role.getRoleId();
    }

    /** The role, as other resources refer to it. */
    public IRole role() {
        return role.withoutPolicyUpdates();
    }
}
