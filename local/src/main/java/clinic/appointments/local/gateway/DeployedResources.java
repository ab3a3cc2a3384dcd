package clinic.appointments.local.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.Queue;
import clinic.appointments.local.template.Table;

/**
 * The ARNs of the resources that a call names, and the keys that encrypt them; a name that the template does not
 * contain gets an ARN, too.
 */
final class DeployedResources {

    private final Deployment deployment;
    private final Map<String, Table> tables;
    private final Map<String, Queue> queues;

    DeployedResources(Deployment deployment) {
        this.deployment = deployment;
        tables = deployment.tables().stream().collect(Collectors.toMap(Table::name, table -> table));
        queues = deployment.queues().stream().collect(Collectors.toMap(Queue::name, queue -> queue));
    }

    /**
     * @param nameOrArn DynamoDB accepts either
     */
    String tableArn(String nameOrArn) {
        return arn(Service.DYNAMODB, "table/" + tableName(nameOrArn));
    }

    Optional<String> tableKey(String nameOrArn) {
        return Optional.ofNullable(tables.get(tableName(nameOrArn))).flatMap(Table::keyArn);
    }

    String queueArn(String url) {
        return arn(Service.SQS, lastSegment(url));
    }

    /** The gateway's URL of a queue, from the URL that the engine uses. */
    String queueUrl(String engineUrl) {
        return Optional.ofNullable(queues.get(lastSegment(engineUrl))).map(Queue::url).orElse(engineUrl);
    }

    Optional<String> queueKey(String url) {
        return Optional.ofNullable(queues.get(lastSegment(url))).flatMap(Queue::keyArn);
    }

    String arn(Service service, String resource) {
        return "arn:aws:" + service.prefix() + ":" + deployment.region() + ":" + deployment.account() + ":" + resource;
    }

    /** The host name that identifies a service in a key policy. */
    String host(Service service) {
        return service.prefix() + "." + deployment.region() + ".amazonaws.com";
    }

    String assumedRole(String roleName) {
        return "arn:aws:sts::" + deployment.account() + ":assumed-role/" + roleName;
    }

    private static String tableName(String nameOrArn) {
        return lastSegment(nameOrArn);
    }

    private static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
