package clinic.appointments.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.Page;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The index of overdue work: its shards, read as one list. */
record OverdueIndex(DynamoDbClient client, AppointmentTable table) {

    Page<AppointmentId> until(Instant now, PageRequest page) {
        Optional<OverduePosition> after = page.cursor().map(cursor -> OverduePosition.read(cursor, now));
        List<QueryResponse> answers = table.shards().stream()
                .map(shard -> client.query(query(shard, now, after, page.size()))).toList();
        List<OverduePosition> found = answers.stream().flatMap(answer -> answer.items().stream())
                .map(OverduePosition::of).sorted().toList();
        List<OverduePosition> items = found.subList(0, Math.min(found.size(), page.size()));
        boolean last = items.size() == found.size() && answers.stream().noneMatch(QueryResponse::hasLastEvaluatedKey);
        return new Page<>(items.stream().map(OverduePosition::id).toList(),
                last ? Optional.empty() : Optional.of(items.getLast().write()));
    }

    private QueryRequest query(String shard, Instant now, Optional<OverduePosition> after, int limit) {
        return QueryRequest.builder().tableName(table.name()).indexName(AppointmentsTable.BY_OVERDUE).limit(limit)
                .keyConditionExpression("#shard = :shard AND #from < :after")
                .expressionAttributeNames(Map.of("#shard", AppointmentsTable.OVERDUE_SHARD, "#from",
                        AppointmentsTable.OVERDUE_FROM))
                .expressionAttributeValues(Attributes.empty().text(":shard", shard)
                        .text(":after", OverduePosition.after(now)).item())
                .exclusiveStartKey(after.map(position -> position.key(shard)).orElse(null)).build();
    }
}
