package clinic.appointments.infrastructure.api;

import java.util.LinkedHashMap;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** The logs of the API: encrypted, and each line deleted after the stage's retention. */
final class ApiLogs extends Construct {

    /**
     * Who did what and how it ended: the operation's path template and never the path, no query string and no message
     * of an error (API Gateway: "Variables for access logging for API Gateway").
     */
    private static final List<String> LOGGED = List.of("requestId", "extendedRequestId", "requestTime", "httpMethod",
            "resourcePath", "status", "error.responseType", "integration.status", "integration.latency",
            "responseLatency", "responseLength", "identity.userArn", "xrayTraceId");

    private final IKey key;
    private final ApiSettings settings;

    ApiLogs(Construct scope, String id, IKey key, ApiSettings settings) {
        super(scope, id);
        this.key = key;
        this.settings = settings;
    }

    LogGroup addAccessLog() {
        return group("Accesses").build();
    }

    /**
     * The group that API Gateway would make itself, without key and retention (API Gateway: "Set up CloudWatch
     * logging").
     */
    LogGroup addExecutionLog(String apiId, String stage) {
        return group("Executions").logGroupName("API-Gateway-Execution-Logs_" + apiId + "/" + stage).build();
    }

    /**
     * AWS WAF writes only to groups with such a name (AWS WAF: "Sending protection pack (web ACL) traffic logs").
     */
    LogGroup addFirewallLog(String apiId) {
        return group("Blocked").logGroupName("aws-waf-logs-" + apiId).build();
    }

    private LogGroup.Builder group(String id) {
        return LogGroup.Builder.create(this, id).retention(settings.logRetention()).encryptionKey(key)
                .removalPolicy(settings.logRemoval());
    }

    /** One JSON object for each request. */
    static AccessLogFormat format() {
        var line = new LinkedHashMap<String, String>();
        LOGGED.forEach(variable -> line.put(variable.replace('.', '_'), "$context." + variable));
        try {
            return AccessLogFormat.custom(new ObjectMapper().writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
        }
    }
}
