package clinic.appointments.infrastructure.delivery;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import clinic.appointments.infrastructure.patterns.ServiceRole;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.CfnOIDCProvider;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.WebIdentityPrincipal;
import software.constructs.Construct;

/**
 * The role that jobs of one GitHub repository and environment assume to deliver a stage. It may assume the roles of the
 * CDK's bootstrap stack, invoke APIs and describe the stacks of the stage, and nothing else: the bootstrap roles do the
 * deployment. No key is stored at GitHub (GitHub: "Configuring OpenID Connect in Amazon Web Services").
 */
public final class DeliveryRole extends Construct {

    private static final String ISSUER = "token.actions.githubusercontent.com";
    private static final String AUDIENCE = "sts.amazonaws.com";
    /** Roles of the bootstrap stack that the command line assumes (CDK: "Bootstrapping"). */
    private static final List<String> BOOTSTRAP_ROLES = List.of("deploy-role", "file-publishing-role", "lookup-role");

    private final DeliveryRoleProps props;
    private final ServiceRole role;

    public DeliveryRole(Construct scope, String id, DeliveryRoleProps props) {
        super(scope, id);
        this.props = props;
        role = new ServiceRole(this, "Role", trusted(props.provider().orElseGet(this::provider)));
        BOOTSTRAP_ROLES.forEach(this::grantAssume);
        grantInvokeApis();
        grantDescribeStacks();
        CfnOutput.Builder.create(this, "Arn").value(role.role().getRoleArn()).build().overrideLogicalId("RoleArn");
    }

    /** An account can have one provider for an issuer only. */
    private String provider() {
        return CfnOIDCProvider.Builder.create(this, "GitHub").url("https://" + ISSUER).clientIdList(List.of(AUDIENCE))
                .build().getAttrArn();
    }

    private IPrincipal trusted(String provider) {
        var claims = new TreeMap<String, Object>();
        claims.put(ISSUER + ":aud", AUDIENCE);
        claims.put(ISSUER + ":sub", "repo:" + props.repository() + ":environment:" + props.stage());
        return new WebIdentityPrincipal(provider, Map.of("StringEquals", claims));
    }

    private void grantAssume(String bootstrapRole) {
        var stack = Stack.of(this);
        allow("sts:AssumeRole", stack.formatArn(ArnComponents.builder().service("iam").region("").resource("role")
                .resourceName("cdk-hnb659fds-" + bootstrapRole + "-" + stack.getAccount() + "-" + stack.getRegion())
                .build()));
    }

    /** Of the stages of APIs that the service names so; the id of its API is not known before it is deployed. */
    private void grantInvokeApis() {
        allow("execute-api:Invoke", Stack.of(this).formatArn(
                ArnComponents.builder().service("execute-api").resource("*").resourceName("live/*").build()));
    }

    private void grantDescribeStacks() {
        allow("cloudformation:DescribeStacks", Stack.of(this).formatArn(ArnComponents.builder()
                .service("cloudformation").resource("stack").resourceName(props.stage() + "-Appointment*").build()));
    }

    private void allow(String action, String resource) {
        role.addToPolicy(
                PolicyStatement.Builder.create().actions(List.of(action)).resources(List.of(resource)).build());
    }
}
