package clinic.appointments.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.contract.ResourcesTable;
import clinic.appointments.model.Block;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;
import clinic.appointments.port.Blocks;
import clinic.appointments.port.WriteResult;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** {@link Blocks} on DynamoDB: one TransactWriteItems for at most 25 days. */
public final class DynamoDbBlocks implements Blocks {

    private static final String ABSENT = "attribute_not_exists(" + ResourcesTable.KEY + ")";
    private static final String ACTIVE = "attribute_exists(" + ResourcesTable.KEY + ") AND attribute_not_exists("
            + BlockItem.LIFTED_AT + ")";

    private final DynamoDbClient client;
    private final ItemBatch batch;
    private final String resources;
    private final String calendars;

    public DynamoDbBlocks(DynamoDbClient client, String resources, String calendars) {
        this.client = client;
        this.batch = new ItemBatch(client);
        this.resources = resources;
        this.calendars = calendars;
    }

    @Override
    public Optional<Block> find(BlockId id) {
        Map<String, AttributeValue> item = client
                .getItem(get -> get.tableName(resources).key(BlockItem.key(id)).consistentRead(true)).item();
        return Optional.of(item).filter(found -> !found.isEmpty()).map(BlockItem::read);
    }

    @Override
    public List<Block> findAll(List<BlockId> ids) {
        List<Block> found = batch.readAll(resources, BlockItem.keys(ids)).stream().map(BlockItem::read).toList();
        return ids.stream().flatMap(id -> found.stream().filter(block -> block.id().equals(id))).toList();
    }

    @Override
    public WriteResult create(Block block, List<CalendarDay> days) {
        WriteResult result = write(Stream.concat(Stream.of(create(block)),
                days.stream().map(day -> update(CalendarWrite.ofEntry(block.entry(), day)))));
        boolean isOurs = result == WriteResult.CONFLICT
                && find(block.id()).map(Block::request).filter(block.request()::equals).isPresent();
        return isOurs ? WriteResult.WRITTEN : result;
    }

    @Override
    public WriteResult enter(Block block, List<CalendarId> days) {
        return write(Stream.concat(Stream.of(isActive(block)),
                days.stream().map(day -> update(CalendarWrite.ofEntry(block.entry(), day)))));
    }

    @Override
    public void lift(Block lifted) {
        try {
            client.putItem(put -> put.tableName(resources).item(BlockItem.of(lifted)).conditionExpression(ACTIVE));
        } catch (ConditionalCheckFailedException liftedBefore) {
            // The first time stays.
        }
    }

    @Override
    public WriteResult remove(BlockId lifted, List<CalendarId> days) {
        return write(days.stream().map(day -> update(CalendarWrite.withoutEntry(lifted, day))));
    }

    private WriteResult write(Stream<TransactWriteItem> items) {
        try {
            client.transactWriteItems(request -> request.transactItems(items.toList()));
            return WriteResult.WRITTEN;
        } catch (TransactionCanceledException canceled) {
            return LostRace.unless(canceled);
        }
    }

    private TransactWriteItem create(Block block) {
        return TransactWriteItem.builder().put(Put.builder().tableName(resources).item(BlockItem.of(block))
                .conditionExpression(ABSENT).build()).build();
    }

    private TransactWriteItem isActive(Block block) {
        return TransactWriteItem.builder().conditionCheck(ConditionCheck.builder().tableName(resources)
                .key(BlockItem.key(block.id())).conditionExpression(ACTIVE).build()).build();
    }

    private TransactWriteItem update(CalendarWrite write) {
        return TransactWriteItem.builder().update(write.in(calendars)).build();
    }
}
