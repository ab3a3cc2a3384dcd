package clinic.appointments.aws;

import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;

import clinic.appointments.contract.IdempotencyTable;
import clinic.appointments.port.UnresolvedRequests;
import clinic.appointments.port.UnresolvedState;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.paginators.QueryIterable;

/** {@link UnresolvedRequests} in the sparse index of the receipts. */
public record DynamoDbUnresolvedRequests(DynamoDbClient client, ReceiptTable table) implements UnresolvedRequests {

    private static final int PAGE = 25;

    @Override
    public long giveUpSilent(Instant now, BooleanSupplier hasTime) {
        UnresolvedPlace next = new UnresolvedPlace(UnresolvedState.GIVEN_UP, now);
        return table.allShards().stream().mapToLong(shard -> giveUp(silent(shard, now), next, hasTime)).sum();
    }

    private long giveUp(QueryIterable pages, UnresolvedPlace next, BooleanSupplier hasTime) {
        return pages.stream().takeWhile(_ -> hasTime.getAsBoolean()).map(QueryResponse::items)
                .mapToLong(items -> items.stream().filter(item -> giveUp(item, next)).count()).sum();
    }

    private QueryIterable silent(String shard, Instant now) {
        return client.queryPaginator(QueryRequest.builder().tableName(table.name())
                .indexName(IdempotencyTable.BY_UNRESOLVED).limit(PAGE)
                .keyConditionExpression("#shard = :shard AND #place BETWEEN :first AND :last")
                .expressionAttributeNames(Map.of("#shard", IdempotencyTable.UNRESOLVED_SHARD, "#place",
                        IdempotencyTable.UNRESOLVED))
                .expressionAttributeValues(Attributes.empty().text(":shard", shard)
                        .text(":first", new UnresolvedPlace(UnresolvedState.PENDING, Instant.EPOCH).text())
                        .text(":last", new UnresolvedPlace(UnresolvedState.PENDING, now.minus(SILENCE)).text())
                        .item())
                .build());
    }

    private boolean giveUp(Map<String, AttributeValue> entry, UnresolvedPlace next) {
        Attributes found = Attributes.of(entry);
        UnresolvedPlace seen = UnresolvedPlace.parse(found.text(IdempotencyTable.UNRESOLVED));
        try {
            client.updateItem(update -> update.tableName(table.name())
                    .key(Map.of(IdempotencyTable.KEY, Attributes.textOf(found.text(IdempotencyTable.KEY))))
                    .updateExpression(IdempotencyItem.ABANDON_SILENT)
                    .conditionExpression(IdempotencyItem.IS_STILL_AT)
                    .expressionAttributeNames(IdempotencyItem.NAMES_OF_STATUS)
                    .expressionAttributeValues(IdempotencyItem.valuesOfMove(seen, next)));
            return true;
        } catch (ConditionalCheckFailedException delivered) {
            return false;
        }
    }
}
