package clinic.appointments.aws;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.Page;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The index by status: the shards of a date, queried at the same time and read as one list in order of starts.
 *
 * @param threads threads for the queries
 */
record StatusIndex(DynamoDbClient client, AppointmentTable table, Executor threads) {

    /**
     * The appointments with a status on a date. DynamoDB counts a page before it leaves out the other statuses, so each
     * shard may end somewhere else: what lies beyond the first of these ends is read again with the next page.
     */
    Page<AppointmentId> ofDate(AppointmentStatus status, LocalDate date, PageRequest page) {
        List<QueryResponse> answers = ask(status, date, page);
        Optional<StartOrder> end = answers.stream().filter(QueryResponse::hasLastEvaluatedKey)
                .map(answer -> StartOrder.of(answer.lastEvaluatedKey())).sorted().findFirst();
        List<StartOrder> found = answers.stream().flatMap(answer -> answer.items().stream()).map(StartOrder::of)
                .filter(position -> end.stream().allMatch(last -> position.compareTo(last) <= 0)).sorted().toList();
        List<StartOrder> items = found.subList(0, Math.min(found.size(), page.size()));
        Optional<StartOrder> next = items.size() < found.size() ? Optional.of(items.getLast()) : end;
        return new Page<>(items.stream().map(StartOrder::id).toList(), next.map(StartOrder::text));
    }

    private List<QueryResponse> ask(AppointmentStatus status, LocalDate date, PageRequest page) {
        String after = page.cursor().orElse(StartOrder.BEFORE_ALL);
        List<CompletableFuture<QueryResponse>> queries = table.shardsOf(date)
                .map(shard -> query(shard, status, after, page.size()))
                .map(query -> CompletableFuture.supplyAsync(() -> client.query(query), threads)).toList();
        return queries.stream().map(Futures::join).toList();
    }

    private QueryRequest query(String shard, AppointmentStatus status, String after, int limit) {
        return QueryRequest.builder().tableName(table.name()).indexName(AppointmentsTable.BY_STATUS).limit(limit)
                .keyConditionExpression("#shard = :shard AND #order > :after").filterExpression("#status = :status")
                .expressionAttributeNames(Map.of("#shard", AppointmentsTable.DAY_SHARD, "#order",
                        AppointmentsTable.START_ORDER, "#status", AppointmentsTable.STATUS))
                .expressionAttributeValues(Attributes.empty().text(":shard", shard).text(":after", after)
                        .text(":status", status.name()).item())
                .build();
    }
}
