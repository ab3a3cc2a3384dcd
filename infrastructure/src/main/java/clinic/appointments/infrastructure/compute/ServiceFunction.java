package clinic.appointments.infrastructure.compute;

import java.util.List;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.FunctionName;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
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

/**
 * A function of the service with a role, a log group and an environment of its own, invoked by its alias. It starts
 * with the permission to write its logs and traces and to read its environment; every other one is added by what the
 * function uses.
 */
public final class ServiceFunction {

    /** How long an invocation may take; a queue's visibility timeout is derived from it. */
    public static final Duration TIMEOUT = Duration.seconds(30);

    /** A version that has been replaced stays, so that the alias can go back to it. */
    private static final VersionOptions KEPT = VersionOptions.builder().removalPolicy(RemovalPolicy.RETAIN).build();
    static final String LIVE = "live";

    private final String id;
    /** A second line: no log line of ours holds any of it. Names are left out, because ids look like them. */
    private static final List<DataIdentifier> MASKED = List.of(DataIdentifier.EMAILADDRESS,
            DataIdentifier.PHONENUMBER_DE, DataIdentifier.PHONENUMBER_GB, DataIdentifier.PHONENUMBER_US,
            DataIdentifier.HEALTHINSURANCECARDNUMBER_EU);

    private final ServiceRole role;
    private final LogGroup logs;
    private final Function function;
    private final Alias live;

    ServiceFunction(FunctionName name, FunctionFactory factory) {
        id = name.id();
        role = new ServiceRole(factory.scope(), name.id() + "Role", new ServicePrincipal("lambda.amazonaws.com"));
        logs = LogGroup.Builder.create(factory.scope(), name.id() + "Logs")
                .retention(factory.settings().logRetention()).encryptionKey(factory.key())
                .dataProtectionPolicy(new DataProtectionPolicy(
                        DataProtectionPolicyProps.builder().identifiers(MASKED).build()))
                .removalPolicy(RemovalPolicy.DESTROY).build();
        function = function(name, factory);
        may(List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"), "*");
        may(List.of("logs:CreateLogStream", "logs:PutLogEvents"), logs.getLogGroupArn());
        mayUse(factory.key().getKeyArn(), "lambda", List.of("kms:Decrypt"));
        reads(EnvironmentKey.LOG_LEVEL, factory.settings().logLevel().name());
        reads(EnvironmentKey.POWERTOOLS_SERVICE_NAME, "appointments");
        reads(EnvironmentKey.POWERTOOLS_METRICS_NAMESPACE, ServiceMetrics.of(factory.scope()).namespace());
        live = function.addAlias(LIVE);
    }

    private Function function(FunctionName name, FunctionFactory factory) {
        var function = Function.Builder.create(factory.scope(), name.id()).runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64).code(factory.code()).handler(name.handler()).role(role.role())
                .timeout(TIMEOUT).memorySize(factory.settings().memory().toMebibytes().intValue())
                .tracing(Tracing.ACTIVE).logGroup(logs).loggingFormat(LoggingFormat.JSON)
                .applicationLogLevelV2(factory.settings().filteredLevel()).environmentEncryption(factory.key())
                .reservedConcurrentExecutions(factory.settings().concurrency().of(name))
                .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS).currentVersionOptions(KEPT).build();
        role.isNeededBy(function);
        Annotations.of(function).acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish",
                "Whoever invokes the function does so by its alias, which stands for a published version.");
        return function;
    }

    /** Gives the function an environment variable. */
    public void reads(EnvironmentKey variable, String value) {
        function.addEnvironment(variable.name(), value);
    }

    /** Allows these actions on this one resource. */
    public void may(List<String> actions, String resourceArn) {
        may(PolicyStatement.Builder.create().actions(actions).resources(List.of(resourceArn)));
    }

    /** Allows what the statement says. */
    public void may(PolicyStatement.Builder statement) {
        role.may(statement);
    }

    /**
     * Allows these actions on a key, through one service only.
     *
     * @param service first part of the service's host name, such as {@code sqs}
     */
    public void mayUse(String keyArn, String service, List<String> actions) {
        may(KeyUse.through(service, Stack.of(function).getRegion(), keyArn, actions));
    }

    /**
     * Lets an API ask the function.
     *
     * @param sourceArn the API's operations
     */
    public void answers(String id, String sourceArn) {
        live.addPermission(id, Permission.builder().principal(new ServicePrincipal("apigateway.amazonaws.com"))
                .sourceArn(sourceArn).build());
    }

    /** ARN of a resource in the function's own account and region. */
    public String arnOf(String service, String resource, String name) {
        return Stack.of(function)
                .formatArn(ArnComponents.builder().service(service).resource(resource).resourceName(name).build());
    }

    /** Construct id of the function. */
    public String id() {
        return id;
    }

    /** The function itself, for whoever watches it. */
    public Function function() {
        return function;
    }

    /** Where the function writes its log. */
    public LogGroup logs() {
        return logs;
    }

    /** ARN by which the function is invoked. */
    public String liveArn() {
        return live.getFunctionArn();
    }

    /** The published version that is invoked: started from a snapshot, which an unpublished one is not. */
    Alias live() {
        return live;
    }
}
