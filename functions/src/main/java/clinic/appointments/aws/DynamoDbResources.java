package clinic.appointments.aws;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import clinic.appointments.contract.ResourcesTable;
import clinic.appointments.model.Defined;
import clinic.appointments.model.Pool;
import clinic.appointments.model.PoolId;
import clinic.appointments.model.Resource;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.VisitType;
import clinic.appointments.model.VisitTypeId;
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
        return item(ResourceItem.key(id)).map(ResourceItem::read);
    }

    @Override
    public List<Resource> defined(List<ResourceId> ids) {
        Map<ResourceId, Resource> found = batch.readAll(table, ResourceItem.keys(ids)).stream().map(ResourceItem::read)
                .collect(Collectors.toMap(Resource::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public WriteResult save(Resource resource) {
        return save(resource, ResourceItem.of(resource));
    }

    @Override
    public Optional<Pool> find(PoolId id) {
        return item(PoolItem.key(id)).map(PoolItem::read);
    }

    @Override
    public List<Pool> pools(List<PoolId> ids) {
        Map<PoolId, Pool> found = batch.readAll(table, PoolItem.keys(ids)).stream().map(PoolItem::read)
                .collect(Collectors.toMap(Pool::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public WriteResult save(Pool pool) {
        return save(pool, PoolItem.of(pool));
    }

    @Override
    public Optional<VisitType> find(VisitTypeId id) {
        return item(VisitTypeItem.key(id)).map(VisitTypeItem::read);
    }

    @Override
    public WriteResult save(VisitType type) {
        return save(type, VisitTypeItem.of(type));
    }

    private Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
        return Optional.of(client.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item())
                .filter(found -> !found.isEmpty());
    }

    private WriteResult save(Defined defined, Map<String, AttributeValue> item) {
        return VersionedPut.make(client, VersionedPut.of(table, ResourcesTable.KEY, item, defined.version()),
                stored -> DefinedItem.writer(Attributes.of(stored)).request().equals(defined.writer().request()));
    }
}
