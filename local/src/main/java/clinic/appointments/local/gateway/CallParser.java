package clinic.appointments.local.gateway;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;

/** Finds the service and the operation of a request. */
final class CallParser {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEDULES = "/schedules/";
    private static final Pattern INVOCATIONS = Pattern.compile("/2015-03-31/functions/[^/]+/invocations");
    /**
     * Headers of one connection; the forwarding client sets its own. Without an encoding the engine answers in plain
     * text.
     */
    private static final Set<String> CONNECTION_HEADERS = Set.of("host", "connection", "content-length", "expect",
            "upgrade",
            "accept-encoding", "transfer-encoding");

    private CallParser() {
    }

    static Call parse(HttpExchange exchange) throws IOException, UnknownCallException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        Operation operation = target == null ? rest(exchange) : json(target);
        return new Call(operation.service(), operation.action(),
                body.length == 0 ? MissingNode.getInstance() : parsed(body),
                exchange.getRequestURI().toString(), headers(exchange));
    }

    private record Operation(Service service, String action) {
    }

    private static Operation json(String target) throws UnknownCallException {
        int dot = target.indexOf('.') + 1;
        return switch (target.substring(0, dot)) {
            case "DynamoDB_20120810." -> new Operation(Service.DYNAMODB, target.substring(dot));
            case "AmazonSQS." -> new Operation(Service.SQS, target.substring(dot));
            case "TrentService." -> new Operation(Service.KMS, target.substring(dot));
            default -> throw new UnknownCallException("The operation " + target + " is not known here.");
        };
    }

    private static Operation rest(HttpExchange exchange) throws UnknownCallException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (path.startsWith(SCHEDULES) && path.length() > SCHEDULES.length()) {
            return new Operation(Service.SCHEDULER, scheduleAction(method));
        }
        if (path.startsWith(ApiPath.PREFIX)) {
            return new Operation(Service.API, method);
        }
        if (method.equals("POST") && INVOCATIONS.matcher(path).matches()) {
            return new Operation(Service.LAMBDA, "InvokeFunction");
        }
        if (method.equals("POST") && path.equals("/v2/email/outbound-emails")) {
            return new Operation(Service.SES, "SendEmail");
        }
        throw new UnknownCallException("The operation " + method + " " + path + " is not known here.");
    }

    private static String scheduleAction(String method) throws UnknownCallException {
        return switch (method) {
            case "POST" -> "CreateSchedule";
            case "GET" -> "GetSchedule";
            case "DELETE" -> "DeleteSchedule";
            default -> throw new UnknownCallException("The operation " + method + " on a schedule is not known here.");
        };
    }

    private static JsonNode parsed(byte[] body) throws UnknownCallException {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UnknownCallException("The body of the request is not JSON.");
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        headers.keySet().removeIf(name -> CONNECTION_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
        return headers;
    }
}
