package clinic.appointments.aws;

import java.util.List;
import java.util.Map;

import clinic.appointments.contract.ResourcesTable;
import clinic.appointments.model.Pool;
import clinic.appointments.model.PoolId;
import clinic.appointments.model.ResourceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A pool as an item of {@link ResourcesTable}: its key begins with {@value ResourcesTable#POOL}, which no resource's
 * does; without {@code members} it is retired.
 */
final class PoolItem {

    private static final String MEMBERS = "members";

    private PoolItem() {
    }

    static Map<String, AttributeValue> key(PoolId id) {
        return Map.of(ResourcesTable.KEY, Attributes.textOf(ResourcesTable.POOL + id));
    }

    static List<Map<String, AttributeValue>> keys(List<PoolId> ids) {
        return ids.stream().map(PoolItem::key).toList();
    }

    static Map<String, AttributeValue> of(Pool pool) {
        Attributes item = Attributes.empty().text(ResourcesTable.KEY, ResourcesTable.POOL + pool.id()).list(MEMBERS,
                pool.members().map(members -> members.stream().map(ResourceId::toString).map(Attributes::textOf)
                        .toList()));
        DefinedItem.write(pool, item);
        return item.item();
    }

    static Pool read(Map<String, AttributeValue> stored) {
        Attributes item = Attributes.of(stored);
        return new Pool(new PoolId(item.text(ResourcesTable.KEY).substring(ResourcesTable.POOL.length())),
                item.value(MEMBERS).map(members -> members.l().stream().map(AttributeValue::s).map(ResourceId::of)
                        .toList()),
                DefinedItem.version(item), DefinedItem.writer(item), DefinedItem.updatedAt(item));
    }
}
