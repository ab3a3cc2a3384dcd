package clinic.appointments.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import clinic.appointments.contract.IdempotencyTable;
import clinic.appointments.port.UnresolvedRequests;
import clinic.appointments.port.UnresolvedState;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** {@link UnresolvedRequests} in the sparse index of the receipts. */
public record DynamoDbUnresolvedRequests(DynamoDbClient client, ReceiptTable table) implements UnresolvedRequests {

    private static final int PAGE = 25;
    /** Pages of a megabyte, each with some 7,000 requests. */
    private static final int MAX_PAGES_COUNTED = 10;

    /** A state in a stretch of time, both ends included. */
    private record Range(UnresolvedState state, Instant first, Instant last) {

        static Range silent(Instant now) {
            return new Range(UnresolvedState.PENDING, Instant.EPOCH, now.minus(SILENCE));
        }

        QueryRequest.Builder query(ReceiptTable table) {
            return QueryRequest.builder().tableName(table.name()).indexName(IdempotencyTable.BY_UNRESOLVED)
                    .keyConditionExpression(IdempotencyTable.UNRESOLVED_SHARD + " = :shard AND "
                            + IdempotencyTable.UNRESOLVED + " BETWEEN :first AND :last");
        }

        Attributes values(String shard) {
            return Attributes.empty().text(":shard", shard).text(":first", new UnresolvedPlace(state, first).text())
                    .text(":last", new UnresolvedPlace(state, last).text());
        }
    }

    /** A count of one state. */
    private record Count(long requests, boolean isComplete) {

        Count plus(Count other) {
            return new Count(requests + other.requests, isComplete && other.isComplete);
        }
    }

    @Override
    public long giveUpSilent(Instant now, BooleanSupplier hasTime) {
        UnresolvedPlace next = new UnresolvedPlace(UnresolvedState.GIVEN_UP, now);
        return table.allShards().stream().mapToLong(shard -> giveUp(silent(shard, now), next, hasTime)).sum();
    }

    private long giveUp(Stream<QueryResponse> pages, UnresolvedPlace next, BooleanSupplier hasTime) {
        return pages.takeWhile(_ -> hasTime.getAsBoolean()).map(QueryResponse::items)
                .mapToLong(items -> items.stream().filter(item -> giveUp(item, next)).count()).sum();
    }

    private Stream<QueryResponse> silent(String shard, Instant now) {
        Range range = Range.silent(now);
        return client.queryPaginator(range.query(table).limit(PAGE)
                .expressionAttributeValues(range.values(shard).item()).build()).stream();
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

    @Override
    public Counts count(Instant now) {
        Count pending = count(Range.silent(now));
        Count parked = count(new Range(UnresolvedState.PARKED, now.minus(KEPT), now));
        Count givenUp = count(new Range(UnresolvedState.GIVEN_UP, Instant.EPOCH, now));
        return new Counts(pending.requests(), parked.requests(), givenUp.requests(),
                Stream.of(pending, parked, givenUp).allMatch(Count::isComplete));
    }

    private Count count(Range range) {
        return table.allShards().stream().map(shard -> count(range, shard)).reduce(new Count(0, true), Count::plus);
    }

    private Count count(Range range, String shard) {
        List<QueryResponse> pages = client.queryPaginator(range.query(table).select(Select.COUNT)
                .expressionAttributeValues(range.values(shard).item()).build()).stream().limit(MAX_PAGES_COUNTED)
                .toList();
        return new Count(pages.stream().mapToLong(QueryResponse::count).sum(),
                !pages.getLast().hasLastEvaluatedKey());
    }
}
