package clinic.appointments.aws;

import java.util.Map;
import java.util.Optional;

import clinic.appointments.contract.ResourcesTable;
import clinic.appointments.model.Resource;
import clinic.appointments.model.ResourceId;
import clinic.appointments.port.Resources;
import clinic.appointments.port.WriteResult;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@link Resources} on DynamoDB. */
public final class DynamoDbResources implements Resources {

    private final DynamoDbClient client;
    private final String table;

    public DynamoDbResources(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<Resource> find(ResourceId id) {
        Map<String, AttributeValue> item = client
                .getItem(get -> get.tableName(table).key(ResourceItem.key(id)).consistentRead(true)).item();
        return Optional.of(item).filter(found -> !found.isEmpty()).map(ResourceItem::read);
    }

    @Override
    public WriteResult save(Resource resource) {
        return VersionedPut.make(client,
                VersionedPut.of(table, ResourcesTable.KEY, ResourceItem.of(resource), resource.version()),
                stored -> ResourceItem.read(stored).writer().request().equals(resource.writer().request()));
    }
}
