package clinic.appointments.infrastructure.patterns;

import java.util.List;

import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Permission;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.DataIdentifier;
import software.amazon.awscdk.services.logs.DataProtectionPolicy;
import software.amazon.awscdk.services.logs.DataProtectionPolicyProps;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

import static clinic.appointments.infrastructure.patterns.MainChild.DEFAULT_ID;

/**
 * A function with a role, a log group and an environment of its own, invoked by its alias. It starts with the
 * permission to write its logs and traces and to read its environment; each resource that it uses adds its own grants.
 */
public sealed class ServiceFunction extends Construct permits QueueProcessor {

    /** Longest duration of an invocation; the visibility timeout of a queue is derived from it. */
    public static final Duration TIMEOUT = Duration.seconds(30);

    static final String LIVE = "live";
    /**
     * A replaced version is retained, so that the alias can go back to it. A version of a failed deployment is deleted:
     * Lambda publishes no second version of the same code, so that a retained one would block the next deployment
     * (Lambda API Reference, "PublishVersion"; CloudFormation: "DeletionPolicy attribute").
     */
    private static final VersionOptions RETAINED = VersionOptions.builder()
            .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE).build();
    /** A second line of defence: no log line holds personal data. Names are left out, because ids look like names. */
    private static final List<DataIdentifier> MASKED = List.of(DataIdentifier.EMAILADDRESS,
            DataIdentifier.PHONENUMBER_DE, DataIdentifier.PHONENUMBER_GB, DataIdentifier.PHONENUMBER_US,
            DataIdentifier.HEALTHINSURANCECARDNUMBER_EU);

    private final ServiceRole role;
    private final LogGroup logs;
    private final Function function;
    private final Alias alias;

    public ServiceFunction(Construct scope, String id, ServiceFunctionProps props) {
        super(scope, id);
        role = new ServiceRole(this, "Role", new ServicePrincipal("lambda.amazonaws.com"));
        logs = logs(props);
        function = function(props);
        addToRolePolicy(List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"), "*");
        addToRolePolicy(List.of("logs:CreateLogStream", "logs:PutLogEvents"), logs.getLogGroupArn());
        addKeyUse(props.key(), "lambda", List.of("kms:Decrypt"));
        props.environment().forEach(function::addEnvironment);
        alias = function.addAlias(LIVE);
    }

    private LogGroup logs(ServiceFunctionProps props) {
        return LogGroup.Builder.create(this, "Logs").retention(props.logRetention()).encryptionKey(props.key())
                .dataProtectionPolicy(new DataProtectionPolicy(
                        DataProtectionPolicyProps.builder().identifiers(MASKED).build()))
                .removalPolicy(props.logRemoval()).build();
    }

    private Function function(ServiceFunctionProps props) {
        var builder = Function.Builder.create(this, DEFAULT_ID).runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64)
                .code(props.code()).handler(props.handler()).role(role.role()).timeout(TIMEOUT)
                .memorySize(props.memory().toMebibytes().intValue()).tracing(Tracing.ACTIVE).logGroup(logs)
                .loggingFormat(LoggingFormat.JSON).applicationLogLevelV2(filteredLevel(props.logLevel()))
                .environmentEncryption(props.key())
                .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS).currentVersionOptions(RETAINED);
        props.reservedConcurrency().ifPresent(builder::reservedConcurrentExecutions);
        var made = builder.build();
        role.applyBefore(made);
        Annotations.of(made).acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish",
                "The function is invoked by its alias, which stands for a published version.");
        return made;
    }

    /**
     * The level that Lambda filters by: everything that the loggers let through, and metrics, which have no level and
     * count as INFO (Lambda: "Log-level filtering").
     */
    private static ApplicationLogLevel filteredLevel(ApplicationLogLevel level) {
        return switch (level) {
            case TRACE, DEBUG -> level;
            case INFO, WARN, ERROR, FATAL -> ApplicationLogLevel.INFO;
        };
    }

    /** Adds an environment variable. */
    public final void addEnvironment(String variable, String value) {
        function.addEnvironment(variable, value);
    }

    /** Adds a statement to the policy of the function's role. */
    public final void addToRolePolicy(PolicyStatement statement) {
        role.addToPolicy(statement);
    }

    /** Adds a statement that allows these actions on one resource. */
    public final void addToRolePolicy(List<String> actions, String resourceArn) {
        addToRolePolicy(PolicyStatement.Builder.create().actions(actions).resources(List.of(resourceArn)).build());
    }

    /**
     * Adds a statement that allows these actions on a key through one service.
     *
     * @param service first part of the service's host name, such as {@code sqs}
     */
    public final void addKeyUse(IKey key, String service, List<String> actions) {
        addToRolePolicy(KeyUse.through(service, Stack.of(this).getRegion(), key.getKeyArn(), actions));
    }

    /** Has the permissions of the role deployed before the construct that needs them. */
    final void applyPermissionsBefore(Construct user) {
        role.applyBefore(user);
    }

    /**
     * Lets an API invoke the function.
     *
     * @param id construct id of the permission
     * @param sourceArn operations of the API
     */
    public final void grantInvokeToApi(String id, String sourceArn) {
        alias.addPermission(id, Permission.builder().principal(new ServicePrincipal("apigateway.amazonaws.com"))
                .sourceArn(sourceArn).build());
    }

    /** ARN of a resource in the function's own account and region. */
    public final String formatArn(String service, String resource, String name) {
        return Stack.of(this)
                .formatArn(ArnComponents.builder().service(service).resource(resource).resourceName(name).build());
    }

    /** Name of the function's role, by which other services know it as a caller. */
    public final String roleName() {
        return role.role().getRoleName();
    }

    /** Construct id of the function. */
    public final String id() {
        return getNode().getId();
    }

    /** The function itself, with its metrics. */
    public final Function function() {
        return function;
    }

    /** The log of the function. */
    public final LogGroup logs() {
        return logs;
    }

    /** The number of the version that this deployment publishes. */
    public final String version() {
        return function.getCurrentVersion().getVersion();
    }

    /** The published version that is invoked: it starts from a snapshot, which an unpublished one does not. */
    public final Alias alias() {
        return alias;
    }
}
