package clinic.appointments.local.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.Queue;
import clinic.appointments.local.template.Table;

/**
 * ARNs of what a call names, and the key that encrypts it; a name that the template does not have gets an ARN as well.
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
     * @param nameOrArn DynamoDB takes either
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

    /** Where the gateway has a queue that an engine knows under an address of its own. */
    String queueUrl(String engineUrl) {
        return Optional.ofNullable(queues.get(lastSegment(engineUrl))).map(Queue::url).orElse(engineUrl);
    }

    Optional<String> queueKey(String url) {
        return Optional.ofNullable(queues.get(lastSegment(url))).flatMap(Queue::keyArn);
    }

    String arn(Service service, String resource) {
        return "arn:aws:" + service.prefix() + ":" + deployment.region() + ":" + deployment.account() + ":" + resource;
    }

    /** Host name by which a key's policy knows the service that uses it. */
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
