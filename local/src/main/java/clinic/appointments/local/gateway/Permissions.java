package clinic.appointments.local.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.local.policy.AccessRequest;

/** What a caller must be allowed for a call: the action on each resource, and what the resources' keys imply. */
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
            case SES -> List.of(new AccessRequest("ses:SendEmail", resources.arn(Service.SES, identity(call))));
        };
    }

    private Stream<AccessRequest> table(TableAccess access) {
        var table = resources.tableArn(access.table());
        var resource = access.index().map(index -> table + "/index/" + index).orElse(table);
        var keyActions = Service.DYNAMODB.reads().test(access.action()) ? READ_KEY : WRITE_KEY;
        return Stream.concat(Stream.of(new AccessRequest("dynamodb:" + access.action(), resource)),
                keyUse(Service.DYNAMODB, resources.tableKey(access.table()), keyActions));
    }

    private List<AccessRequest> queue(Call call) {
        var action = call.action().replaceFirst("Batch$", "");
        var url = call.body() == null ? "" : call.body().path("QueueUrl").asText();
        var required = Stream.of(new AccessRequest("sqs:" + action, resources.queueArn(url)));
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
        var required = new ArrayList<AccessRequest>();
        required.add(new AccessRequest("scheduler:" + call.action(),
                resources.arn(Service.SCHEDULER, "schedule/" + SchedulePath.of(call).groupAndName())));
        if (call.action().equals("CreateSchedule")) {
            required.add(new AccessRequest("iam:PassRole", call.body().path("Target").path("RoleArn").asText(),
                    Map.of("iam:PassedToService", "scheduler.amazonaws.com")));
        }
        return required;
    }

    /** The identity is the sender's domain: no single address is verified. */
    private static String identity(Call call) {
        var sender = call.body() == null ? "" : call.body().path("FromEmailAddress").asText();
        return "identity/" + sender.substring(sender.lastIndexOf('@') + 1).replace(">", "");
    }

    private Stream<AccessRequest> keyUse(Service service, Optional<String> key, List<String> actions) {
        return key.stream().flatMap(arn -> actions.stream().map(
                action -> new AccessRequest(action, arn, Map.of("kms:ViaService", resources.host(service)))));
    }
}
