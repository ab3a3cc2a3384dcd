package clinic.appointments.aws;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    private final ItemBatch batch;
    private final String table;

    public DynamoDbResources(DynamoDbClient client, String table) {
        this.client = client;
        this.batch = new ItemBatch(client);
        this.table = table;
    }

    @Override
    public Optional<Resource> find(ResourceId id) {
        Map<String, AttributeValue> item = client
                .getItem(get -> get.tableName(table).key(ResourceItem.key(id)).consistentRead(true)).item();
        return Optional.of(item).filter(found -> !found.isEmpty()).map(ResourceItem::read);
    }

    @Override
    public List<Resource> defined(List<ResourceId> ids) {
        Map<ResourceId, Resource> found = batch.readAll(table, ResourceItem.keys(ids)).stream().map(ResourceItem::read)
                .collect(Collectors.toMap(Resource::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public WriteResult save(Resource resource) {
        return VersionedPut.make(client,
                VersionedPut.of(table, ResourcesTable.KEY, ResourceItem.of(resource), resource.version()),
                stored -> ResourceItem.read(stored).writer().request().equals(resource.writer().request()));
    }
}
