package clinic.appointments.local.gateway;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.local.policy.AccessRequest;
import com.fasterxml.jackson.databind.JsonNode;

/** The permissions that a call requires: the action on each resource, and the key actions that encryption implies. */
final class Permissions {

    /** SQS: "Amazon SQS key management". */
    private static final List<String> SEND_KEY = List.of("kms:GenerateDataKey", "kms:Decrypt");
    private static final List<String> RECEIVE_KEY = List.of("kms:Decrypt");
    /** KMS: "How Amazon DynamoDB uses AWS KMS". */
    private static final List<String> READ_KEY = List.of("kms:Decrypt");
    private static final List<String> WRITE_KEY = List.of("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey");

    private final DeployedResources resources;

    Permissions(DeployedResources resources) {
        this.resources = resources;
    }

    List<AccessRequest> of(Call call) {
        return switch (call.service()) {
            case DYNAMODB -> TableAccess.of(call).stream().flatMap(this::table).distinct().toList();
            case SQS -> queue(call);
            case SCHEDULER -> schedule(call);
            case SES -> mail(call);
            case KMS -> List.of(keyItself(call));
            case LAMBDA -> List.of(new AccessRequest("lambda:InvokeFunction", functionArn(call)));
            case API -> List.of(new AccessRequest("execute-api:Invoke",
                    resources.arn(Service.API, ApiPath.of(call).arnResource(call.action()))));
        };
    }

    /** The caller names the function by its ARN. */
    private static String functionArn(Call call) {
        return URI.create(call.path()).getPath().replaceFirst("^.*/functions/(.*)/invocations$", "$1");
    }

    private Stream<AccessRequest> table(TableAccess access) {
        String table = resources.tableArn(access.table());
        String resource = access.index().map(index -> table + "/index/" + index).orElse(table);
        List<String> keyActions = Service.DYNAMODB.reads().test(access.action()) ? READ_KEY : WRITE_KEY;
        return Stream.concat(Stream.of(new AccessRequest("dynamodb:" + access.action(), resource)),
                keyUse(Service.DYNAMODB, resources.tableKey(access.table()), keyActions));
    }

    private List<AccessRequest> queue(Call call) {
        String action = call.action().replaceFirst("Batch$", "");
        String url = call.body().path("QueueUrl").asText();
        Stream<AccessRequest> required = Stream.of(new AccessRequest("sqs:" + action, resources.queueArn(url)));
        return Stream.concat(required, keyUse(Service.SQS, resources.queueKey(url), queueKeyActions(action))).toList();
    }

    private static List<String> queueKeyActions(String action) {
        return switch (action) {
            case "SendMessage" -> SEND_KEY;
            case "ReceiveMessage" -> RECEIVE_KEY;
            default -> List.of();
        };
    }

    private List<AccessRequest> schedule(Call call) {
        List<AccessRequest> required = new ArrayList<>();
        required.add(new AccessRequest("scheduler:" + call.action(),
                resources.arn(Service.SCHEDULER, "schedule/" + SchedulePath.of(call).groupAndName())));
        if (call.action().equals("CreateSchedule")) {
            required.add(new AccessRequest("iam:PassRole", call.body().path("Target").path("RoleArn").asText(),
                    Map.of("iam:PassedToService", "scheduler.amazonaws.com")));
        }
        return required;
    }

    /** SES does not document which of its actions covers attachments, so both are required. */
    private List<AccessRequest> mail(Call call) {
        JsonNode body = call.body();
        List<String> actions = body.at("/Content/Simple/Attachments").isEmpty() ? List.of("ses:SendEmail")
                : List.of("ses:SendEmail", "ses:SendRawEmail");
        return actions.stream().flatMap(action -> Stream.concat(Stream.of(identity(action, body)),
                configurationSet(action, body).stream())).toList();
    }

    /** The identity is the sender's domain, because single addresses are not verified. */
    private AccessRequest identity(String action, JsonNode body) {
        String sender = body.path("FromEmailAddress").asText().replaceFirst(".*<(.*)>$", "$1");
        return new AccessRequest(action,
                resources.arn(Service.SES, "identity/" + sender.substring(sender.lastIndexOf('@') + 1)),
                Map.of("ses:FromAddress", sender));
    }

    private Optional<AccessRequest> configurationSet(String action, JsonNode body) {
        return Optional.of(body.path("ConfigurationSetName").asText()).filter(name -> !name.isEmpty()).map(
                name -> new AccessRequest(action, resources.arn(Service.SES, "configuration-set/" + name)));
    }

    /** The use of a key by a direct call to KMS, which names the key by its ARN. */
    private static AccessRequest keyItself(Call call) {
        JsonNode body = call.body();
        return new AccessRequest("kms:" + call.action(), body.path("KeyId").asText(),
                Map.of("kms:MacAlgorithm", body.path("MacAlgorithm").asText()));
    }

    private Stream<AccessRequest> keyUse(Service service, Optional<String> key, List<String> actions) {
        return key.stream().flatMap(arn -> actions.stream().map(
                action -> new AccessRequest(action, arn, Map.of("kms:ViaService", resources.host(service)))));
    }
}
