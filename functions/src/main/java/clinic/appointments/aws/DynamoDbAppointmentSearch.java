package clinic.appointments.aws;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.PatientId;
import clinic.appointments.port.AppointmentSearch;
import clinic.appointments.port.Page;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** {@link AppointmentSearch} on DynamoDB: the indexes hold keys only, the items are fetched with BatchGetItem. */
public final class DynamoDbAppointmentSearch implements AppointmentSearch {

    private final DynamoDbClient client;
    private final ItemBatch batch;
    private final String table;

    public DynamoDbAppointmentSearch(DynamoDbClient client, String table) {
        this.client = client;
        this.batch = new ItemBatch(client);
        this.table = table;
    }

    @Override
    public Page<Appointment> ofPatient(PatientId patient, PageRequest page) {
        return search(new IndexCursor(AppointmentsTable.BY_PATIENT, AppointmentsTable.PATIENT_ID, patient.value()),
                page);
    }

    /** The index lags behind the items: one that has moved on meanwhile is left out. */
    @Override
    public Page<Appointment> ofStatus(AppointmentStatus status, LocalDate date, PageRequest page) {
        String partition = AppointmentItem.statusDate(status, date);
        Page<Appointment> found = search(
                new IndexCursor(AppointmentsTable.BY_STATUS, AppointmentsTable.STATUS_DATE, partition), page);
        return new Page<>(found.items().stream()
                .filter(appointment -> AppointmentItem.statusDate(appointment).equals(partition)).toList(),
                found.next());
    }

    private Page<Appointment> search(IndexCursor index, PageRequest page) {
        QueryResponse response = client.query(query(index, page));
        List<Map<String, AttributeValue>> keys = response.items().stream()
                .map(item -> Map.of(AppointmentsTable.KEY, item.get(AppointmentsTable.KEY))).toList();
        Optional<String> next = response.hasLastEvaluatedKey()
                ? Optional.of(IndexCursor.write(response.lastEvaluatedKey()))
                : Optional.empty();
        return new Page<>(inOrder(keys), next);
    }

    private QueryRequest query(IndexCursor index, PageRequest page) {
        return QueryRequest.builder().tableName(table).indexName(index.index()).limit(page.size())
                .keyConditionExpression("#partition = :partition")
                .expressionAttributeNames(Map.of("#partition", index.partitionKey()))
                .expressionAttributeValues(Map.of(":partition", Attributes.textOf(index.partition())))
                .exclusiveStartKey(page.cursor().map(index::read).orElse(null)).build();
    }

    private List<Appointment> inOrder(List<Map<String, AttributeValue>> keys) {
        Map<String, Appointment> found = batch.read(Map.of(table, keys)).getOrDefault(table, List.of()).stream()
                .map(AppointmentItem::read).collect(Collectors.toMap(item -> item.id().value(), Function.identity()));
        return keys.stream().map(key -> found.get(key.get(AppointmentsTable.KEY).s()))
                .filter(Objects::nonNull).toList();
    }
}
