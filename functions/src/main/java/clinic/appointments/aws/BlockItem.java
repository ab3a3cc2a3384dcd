package clinic.appointments.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import clinic.appointments.contract.ResourcesTable;
import clinic.appointments.model.Block;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.Interval;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A block as an item of {@link ResourcesTable}: its key begins with {@value ResourcesTable#BLOCK}, which no resource's
 * does.
 */
final class BlockItem {

    static final String LIFTED_AT = "liftedAt";
    private static final String REQUEST = "blockedBy";
    private static final String RESOURCE = "ofResource";
    private static final String START_AT = "startAt";
    private static final String END_AT = "endAt";
    private static final String REASON = "reason";
    private static final String SINCE = "since";

    private BlockItem() {
    }

    static Map<String, AttributeValue> key(BlockId id) {
        return Map.of(ResourcesTable.KEY, Attributes.textOf(ResourcesTable.BLOCK + id));
    }

    static List<Map<String, AttributeValue>> keys(List<BlockId> ids) {
        return ids.stream().map(BlockItem::key).toList();
    }

    static boolean isBlock(Map<String, AttributeValue> stored) {
        return Attributes.of(stored).text(ResourcesTable.KEY).startsWith(ResourcesTable.BLOCK);
    }

    static Map<String, AttributeValue> of(Block block) {
        return Attributes.empty().text(ResourcesTable.KEY, ResourcesTable.BLOCK + block.id())
                .text(RESOURCE, block.resource().toString()).time(START_AT, block.interval().start())
                .time(END_AT, block.interval().end()).text(REASON, block.reason().map(ReasonCode::value))
                .text(REQUEST, block.request().written()).time(SINCE, block.since())
                .number(LIFTED_AT, block.liftedAt().map(Instant::toEpochMilli)).item();
    }

    static Block read(Map<String, AttributeValue> stored) {
        Attributes item = Attributes.of(stored);
        return new Block(new BlockId(item.text(ResourcesTable.KEY).substring(ResourcesTable.BLOCK.length())),
                ResourceId.of(item.text(RESOURCE)), new Interval(item.time(START_AT), item.time(END_AT)),
                item.optionalText(REASON).map(ReasonCode::new), RequestId.ofWritten(item.text(REQUEST)),
                item.time(SINCE), item.optionalNumber(LIFTED_AT).map(Instant::ofEpochMilli));
    }
}
