package clinic.appointments.infrastructure.api;

import java.util.List;
import java.util.Map;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.QueueName;
import clinic.appointments.infrastructure.messaging.WorkQueues;
import clinic.appointments.infrastructure.patterns.ServiceFunction;
import clinic.appointments.infrastructure.patterns.ServiceRole;
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
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

import static clinic.appointments.infrastructure.patterns.MainChild.DEFAULT_ID;

/**
 * The HTTP API: writes go to the queues without a function in between, reads are answered by the query function. Its
 * URL is an output of the stack.
 */
public final class AppointmentApi extends Construct {

    static final String LIVE = "live";
    /** TLS 1.2 with forward secrecy at least (API Gateway: "Supported security policies"). */
    private static final String TLS = "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09";

    /** Requests to another host name than that of the API are refused. */
    private static final String ACCESS = "STRICT";

    private final ApiSettings settings;
    private final ApiLogs logs;
    private final LogGroup accesses;
    private final ServiceRole role;
    private final SpecRestApi api;

    public AppointmentApi(Construct scope, String id, AppointmentApiProps props) {
        super(scope, id);
        settings = props.settings();
        logs = new ApiLogs(this, "Logs", props.key(), settings);
        accesses = logs.addAccessLog();
        role = new ServiceRole(this, "Role", new ServicePrincipal("apigateway.amazonaws.com"));
        props.queues().requests().grantSendMessages(role);
        props.queues().confirmations().grantSendMessages(role);
        props.queues().management().grantSendMessages(role);
        api = api(new DeployedDocument(OpenApiDocument.read(), integrations(props.queues(), props.query())::of,
                new EndpointSecurity(TLS, ACCESS)));
        harden();
        props.query().grantInvokeToApi("ApiMayAsk", api.arnForExecuteApi("*", "/*", LIVE));
        var firewall = new ApiFirewall(this, "Firewall", settings.requestsPerAddress());
        firewall.protect(api.getDeploymentStage());
        firewall.addLog(logs.addFirewallLog(api.getRestApiId()));
    }

    /** The API itself, with its metrics. */
    public SpecRestApi api() {
        return api;
    }

    /** The access log: who did what, and how it ended. */
    public LogGroup accesses() {
        return accesses;
    }

    /** The name under which X-Ray knows the API (API Gateway: "Configure AWS X-Ray sampling rules for APIs"). */
    public String tracedAs() {
        return name() + "/" + LIVE;
    }

    private String name() {
        return Stage.of(this).getStageName() + "-appointments";
    }

    private Integrations integrations(WorkQueues queues, ServiceFunction query) {
        var stack = Stack.of(this);
        return new Integrations(OpenApiDocument.read(), new Integrations.Place(stack.getRegion(), stack.getAccount()),
                role.role().getRoleArn(), Map.of(QueueName.REQUEST, queues.requests().queue(), QueueName.CONFIRMATION,
                        queues.confirmations().queue(), QueueName.MANAGEMENT, queues.management().queue()),
                query.alias().getFunctionArn());
    }

    private SpecRestApi api(DeployedDocument document) {
        return SpecRestApi.Builder.create(this, DEFAULT_ID)
                .restApiName(name())
                .apiDefinition(ApiDefinition.fromInline(document.body())).mode(RestApiMode.OVERWRITE)
                .endpointTypes(List.of(EndpointType.REGIONAL)).cloudWatchRole(false).deployOptions(stage()).build();
    }

    /**
     * Nothing is cached, because a cache would hold responses about patients. The execution log has errors, but no
     * requests.
     */
    private StageOptions stage() {
        var certificate = CfnClientCertificate.Builder.create(this, "Certificate").build();
        return StageOptions.builder().stageName(LIVE).tracingEnabled(true).dataTraceEnabled(false)
                .loggingLevel(MethodLoggingLevel.ERROR).throttlingRateLimit(settings.requestsPerSecond())
                .throttlingBurstLimit(settings.burst()).clientCertificateId(certificate.getRef())
                .accessLogDestination(new LogGroupLogDestination(accesses))
                .accessLogFormat(ApiLogs.format()).build();
    }

    /** cdk-nag fails without it, although the template needs none. */
    private static void addStageDescriptionForRulePacks(CfnDeployment deployment) {
        deployment.setStageDescription(CfnDeployment.StageDescriptionProperty.builder().build());
        deployment.addPropertyDeletionOverride("StageDescription");
    }

    private void harden() {
        var resource = (CfnRestApi) api.getNode().getDefaultChild();
        resource.setSecurityPolicy(TLS);
        resource.setEndpointAccessMode(ACCESS);
        resource.applyRemovalPolicy(RemovalPolicy.DESTROY);
        api.getDeploymentStage().getNode().addDependency(logs.addExecutionLog(api.getRestApiId(), LIVE));
        addStageDescriptionForRulePacks((CfnDeployment) api.getLatestDeployment().getNode().getDefaultChild());
        ((CfnElement) api.getNode().findChild("Endpoint")).overrideLogicalId("ApiUrl");
    }

    /**
     * Lets a function call operations of the API, and tells it the address.
     *
     * @param operations method and path of each, such as {@code GET/patients/*}
     */
    public void grantCalls(ServiceFunction function, List<String> operations) {
        function.addEnvironment(EnvironmentKey.API_URL.name(), api.getUrl());
        function.addToRolePolicy(PolicyStatement.Builder.create().actions(List.of("execute-api:Invoke"))
                .resources(operations.stream()
                        .map(operation -> function.formatArn("execute-api", api.getRestApiId(), LIVE + "/" + operation))
                        .toList())
                .build());
    }

    /** Tells a function which sender of a message the API is; the function believes it alone about signers. */
    public void identifyTo(ServiceFunction function) {
        function.addEnvironment(EnvironmentKey.API_ROLE_ID.name(), role.roleId());
    }
}
