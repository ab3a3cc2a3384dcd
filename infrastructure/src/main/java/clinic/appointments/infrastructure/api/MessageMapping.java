package clinic.appointments.infrastructure.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import clinic.appointments.contract.QueueName;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Velocity that forms a message from a request, and a reply from what SQS answers. A template of the request cannot
 * answer by itself; when an id or a value is ill-formed it renders a call with an empty {@code MessageBody}, which SQS
 * refuses (SQS: "SendMessage", one character at least), and the template of the response says why. What the second one
 * has to know is handed over in {@code $context.requestOverride.path}, whose names do not occur in the integration's
 * URI.
 *
 * @param queueUrl of the queue that the message goes to
 */
record MessageMapping(OpenApiDocument document, ApiOperation operation, ApiOperation.Command command,
        String queueUrl) {

    private static final String KEY = "Idempotency-Key";
    /** X-Ray: "Tracing header". SQS refuses a message whose trace header has another form. */
    private static final String TRACE = "Root=1-[0-9a-f]{8}-[0-9a-f]{24}(;[A-Za-z]+=[A-Za-z0-9:-]+)*";
    /** Possessive, so that Java matches it without recursion. */
    private static final String BETWEEN_QUOTATION_MARKS = "\"[^\"\\x5C]*+(?:\\x5C.[^\"\\x5C]*+)*+\"";
    private static final String TEXT = "{\"DataType\":\"String\",\"StringValue\":\"%s\"}";

    /** Renders the body of a call of SendMessage in the JSON protocol of SQS. */
    String request() {
        return requestId() + client() + subjects() + onceOnly() + values() + handOver()
                + """
                        {"QueueUrl":"%s","MessageBody":"#if($problem == "")%s#end","MessageAttributes":{"requestId":%s,\
                        "correlationId":%s,"client":%s}#if($trace.matches('%s')),"MessageSystemAttributes":{"AWSTraceHeader":%s}#end}
                        """
                        .formatted(queueUrl, message(), TEXT.formatted("$requestId"), TEXT.formatted("$requestId"),
                                TEXT.formatted("$client"), TRACE,
                                TEXT.formatted("$trace"));
    }

    /** The key of the client, in whatever case HTTP/2 has brought it, or the id that API Gateway gave. */
    private String requestId() {
        return """
                #set($problem = "")
                #set($requestId = "$!context.requestId")
                #set($trace = "$!input.params('X-Amzn-Trace-Id')")
                #foreach($name in $input.params().header.keySet())
                #if($name.equalsIgnoreCase('%s'))#set($requestId = $input.params().header.get($name))#end
                #end
                #if(!$requestId.matches('%s'))#set($problem = '%s %s')#set($requestId = $context.requestId)#end
                """.formatted(KEY, "[A-Za-z0-9_-]{1,36}", KEY, schema("Id").path("x-rule").asText());
    }

    /**
     * Whose the key is: the account and the role, of whatever session, or the user that signed the request (API
     * Gateway: "Variables for data transformations", {@code $context.identity.userArn}; AWS IAM: "IAM identifiers").
     */
    private static String client() {
        return """
                #set($arn = "$!context.identity.userArn")
                #set($role = $arn.replaceAll('^arn:[^:]+:sts::([0-9]+):assumed-role/([^/]+)/.*$', '$1/$2'))
                #set($client = $role.replaceAll('^arn:[^:]+:[^:]+::([0-9]+):(.*)$', '$1/$2'))
                """;
    }

    private String subjects() {
        var checks = new StringBuilder();
        for (var name : operation.pathParameters()) {
            checks.append(new ValueCheck(name, name, schema("Id"), true).of("$input.params('" + name + "')"));
        }
        return checks.toString();
    }

    /**
     * Counts names of fields: of the body as it came (API Gateway: "Variables for data transformations",
     * {@code $input.body}) and of what was read of it, which has of a field given twice one. What stands between
     * quotation marks is taken out before, so that each colon left is behind a name. {@code \\x5C} is a backslash,
     * which needs no escape there.
     */
    private String onceOnly() {
        return operation.hasBody()
                ? """
                        #set($come = $input.body.replaceAll('%1$s', '').replaceAll('[^:]', ''))
                        #set($read = $input.json('$').replaceAll('%1$s', '').replaceAll('[^:]', ''))
                        #if($problem == "" && "$!come" != "" && $come != $read)#set($problem = 'body must not have a field twice')#end
                        """
                        .formatted(BETWEEN_QUOTATION_MARKS)
                : "";
    }

    private String values() {
        return operation.hasBody() ? values(body(), "$.", "") : "";
    }

    private String values(JsonNode schema, String path, String prefix) {
        var checks = new StringBuilder();
        schema.path("properties").propertyStream().forEach(property -> {
            var name = prefix + property.getKey();
            checks.append(property.getValue().path("type").asText().equals("object")
                    ? values(property.getValue(), path + property.getKey() + ".", name + ".")
                    : check(schema, property, name).of("$input.path('" + path + property.getKey() + "')"));
        });
        return checks.toString();
    }

    private static ValueCheck check(JsonNode schema, Map.Entry<String, JsonNode> property, String name) {
        var required = prefixless(name) && schema.path("required").valueStream()
                .anyMatch(field -> field.asText().equals(property.getKey()));
        return new ValueCheck(name, "value" + name.replace(".", ""), property.getValue(), required);
    }

    /** What a field within an object requires holds only when the object is there, and the model asks for it. */
    private static boolean prefixless(String name) {
        return name.indexOf('.') < 0;
    }

    private String handOver() {
        var handed = new StringBuilder("#if($problem == \"\")\n");
        replied().forEach(name -> handed.append("#set($context.requestOverride.path.%1$s = $%1$s)\n".formatted(name)));
        return handed + "#else\n#set($context.requestOverride.path.problem = $problem)\n#end\n";
    }

    private List<String> replied() {
        var names = new ArrayList<>(List.of("requestId"));
        names.addAll(operation.pathParameters());
        return names;
    }

    /** The body's own fields follow ours: its model has no field of their names. */
    private String message() {
        var fields = new StringBuilder("{\\\"type\\\":\\\"" + command.type() + "\\\"");
        replied().forEach(name -> fields.append(",\\\"%1$s\\\":\\\"$%1$s\\\"".formatted(name)));
        return operation.hasBody()
                ? "#set($rest = $input.json('$').trim().substring(1).trim())" + fields
                        + "#if($rest != '}'),#end$util.escapeJavaScript($rest).replaceAll(\"\\\\'\", \"'\")"
                : fields + "}";
    }

    /** Renders the 202: the receipt is looked for beside the resource that was asked, whatever the API's root is. */
    String accepted() {
        var ids = new StringBuilder();
        operation.pathParameters().forEach(name -> ids.append(",\"%1$s\":\"$context.requestOverride.path.%1$s\""
                .formatted(name)));
        if (!command.makes().isEmpty()) {
            ids.append(",\"%s\":\"$requestId\"".formatted(command.makes()));
        }
        return """
                #set($requestId = $context.requestOverride.path.requestId)
                #set($root = $context.path.replaceAll('(/[^/]+){%d}/?$', ''))
                #set($context.responseOverride.header.Location = "$root/requests/$requestId")
                {"requestId":"$requestId"%s,"status":"PENDING"}
                """.formatted(operation.segments(), ids);
    }

    /** Renders the 400; SQS refuses for other reasons, too, and those are not the client's. */
    String refused() {
        return """
                #if("$!context.requestOverride.path.problem" != "")
                {"type":"about:blank","title":"Bad Request","status":400,\
                "detail":"$context.requestOverride.path.problem"}
                #else
                #set($context.responseOverride.status = 500)
                %s
                #end
                """.formatted(broken());
    }

    String broken() {
        return "{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,"
                + "\"detail\":\"the request could not be queued; send it again with the same " + KEY + "\"}";
    }

    private JsonNode body() {
        return document.inlined(operation.node().at("/requestBody/content/application~1json/schema"),
                Set.of("schemas"));
    }

    private JsonNode schema(String name) {
        return document.root().at("/components/schemas/" + name);
    }
}
