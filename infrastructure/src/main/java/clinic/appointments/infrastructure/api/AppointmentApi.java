package clinic.appointments.infrastructure.api;

import java.util.List;
import java.util.Map;

import clinic.appointments.contract.QueueName;
import clinic.appointments.infrastructure.compute.ServiceFunction;
import clinic.appointments.infrastructure.compute.ServiceRole;
import clinic.appointments.infrastructure.messaging.WorkQueues;
import software.amazon.awscdk.CfnElement;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.services.apigateway.ApiDefinition;
import software.amazon.awscdk.services.apigateway.CfnClientCertificate;
import software.amazon.awscdk.services.apigateway.CfnDeployment;
import software.amazon.awscdk.services.apigateway.CfnRestApi;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.MethodLoggingLevel;
import software.amazon.awscdk.services.apigateway.RestApiMode;
import software.amazon.awscdk.services.apigateway.SpecRestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * The HTTP API: what it takes goes to the queues without a function in between, what it answers comes from the query
 * function. Its URL is an output of the stack.
 */
public final class AppointmentApi {

    static final String LIVE = "live";
    /** TLS 1.2 with forward secrecy at least (API Gateway: "Supported security policies"). */
    private static final String TLS = "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09";

    private final Construct scope;
    private final ApiSettings settings;
    private final ApiLogs logs;
    private final ServiceRole role;
    private final SpecRestApi api;

    public AppointmentApi(Construct scope, ApiSettings settings, IKey key, WorkQueues queues, ServiceFunction query) {
        this.scope = scope;
        this.settings = settings;
        logs = new ApiLogs(scope, key, settings.logRetention());
        role = new ServiceRole(scope, "ApiRole", new ServicePrincipal("apigateway.amazonaws.com"));
        queues.requests().takesMessagesOf(role);
        queues.confirmations().takesMessagesOf(role);
        api = api(new DeployedDocument(OpenApiDocument.read(), integrations(queues, query)::of));
        harden();
        query.answers("ApiMayAsk", api.arnForExecuteApi("*", "/*", LIVE));
        var firewall = new ApiFirewall(scope, settings.requestsPerAddress());
        firewall.protects(api.getDeploymentStage());
        firewall.logsTo(logs.blocked(api.getRestApiId()));
    }

    /** The API itself, for whoever watches it. */
    public SpecRestApi api() {
        return api;
    }

    private Integrations integrations(WorkQueues queues, ServiceFunction query) {
        var stack = Stack.of(scope);
        return new Integrations(OpenApiDocument.read(), new Integrations.Place(stack.getRegion(), stack.getAccount()),
                role.role().getRoleArn(), Map.of(QueueName.REQUEST, queues.requests().queue(), QueueName.CONFIRMATION,
                        queues.confirmations().queue()),
                query.liveArn());
    }

    private SpecRestApi api(DeployedDocument document) {
        return SpecRestApi.Builder.create(scope, "AppointmentApi")
                .restApiName(Stage.of(scope).getStageName() + "-appointments")
                .apiDefinition(ApiDefinition.fromInline(document.body())).mode(RestApiMode.OVERWRITE)
                .endpointTypes(List.of(EndpointType.REGIONAL)).cloudWatchRole(false).deployOptions(stage()).build();
    }

    /**
     * Nothing is cached: a cache would hold answers about patients. The log of executions holds errors, and no request.
     */
    private StageOptions stage() {
        var certificate = CfnClientCertificate.Builder.create(scope, "ApiCertificate").build();
        return StageOptions.builder().stageName(LIVE).tracingEnabled(true).dataTraceEnabled(false)
                .loggingLevel(MethodLoggingLevel.ERROR).throttlingRateLimit(settings.requestsPerSecond())
                .throttlingBurstLimit(settings.burst()).clientCertificateId(certificate.getRef())
                .accessLogDestination(new LogGroupLogDestination(logs.accesses()))
                .accessLogFormat(ApiLogs.format()).build();
    }

    /** cdk-nag looks into it and fails where there is none; the template has none. */
    private static void showsRulePacksAStageDescription(CfnDeployment deployment) {
        deployment.setStageDescription(CfnDeployment.StageDescriptionProperty.builder().build());
        deployment.addPropertyDeletionOverride("StageDescription");
    }

    private void harden() {
        var resource = (CfnRestApi) api.getNode().getDefaultChild();
        resource.setSecurityPolicy(TLS);
        resource.setEndpointAccessMode("STRICT");
        resource.applyRemovalPolicy(RemovalPolicy.DESTROY);
        api.getDeploymentStage().getNode().addDependency(logs.executions(api.getRestApiId(), LIVE));
        showsRulePacksAStageDescription((CfnDeployment) api.getLatestDeployment().getNode().getDefaultChild());
        ((CfnElement) api.getNode().findChild("Endpoint")).overrideLogicalId("ApiUrl");
    }
}
