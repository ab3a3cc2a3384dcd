package clinic.appointments.aws;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.Dates;
import clinic.appointments.model.PatientId;
import clinic.appointments.port.AppointmentSearch;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Page;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** {@link AppointmentSearch} on DynamoDB: the indexes hold keys only, the items are fetched besides. */
public final class DynamoDbAppointmentSearch implements AppointmentSearch {

    /** So many dates are looked at for one page. */
    private static final int MOST_DATES = 31;

    private final DynamoDbClient client;
    private final Appointments appointments;
    private final String table;

    public DynamoDbAppointmentSearch(DynamoDbClient client, String table) {
        this.client = client;
        this.appointments = new DynamoDbAppointments(client, table);
        this.table = table;
    }

    @Override
    public Page<Appointment> ofPatient(PatientId patient, Period period, PageRequest page) {
        return search(new IndexCursor(AppointmentsTable.BY_PATIENT, AppointmentsTable.PATIENT_ID, patient.value()),
                period, page);
    }

    @Override
    public Page<Appointment> ofStatus(AppointmentStatus status, Dates dates, PageRequest page) {
        DatedCursor position = page.cursor().map(cursor -> DatedCursor.read(cursor, dates))
                .orElseGet(() -> new DatedCursor(dates.first(), Optional.empty()));
        List<Appointment> found = new ArrayList<>();
        LocalDate stop = position.date().plusDays(MOST_DATES);
        while (!position.date().isAfter(dates.last())) {
            if (position.date().equals(stop) || found.size() == page.size()) {
                return new Page<>(found, Optional.of(position.write()));
            }
            Page<Appointment> ofDate = ofDate(status, position.date(),
                    new PageRequest(page.size() - found.size(), position.within()));
            found.addAll(ofDate.items());
            position = position.after(ofDate.next());
        }
        return new Page<>(found, Optional.empty());
    }

    /** The index lags behind the items: one that has moved on meanwhile is left out. */
    private Page<Appointment> ofDate(AppointmentStatus status, LocalDate date, PageRequest page) {
        String partition = AppointmentItem.statusDate(status, date);
        Page<Appointment> found = search(
                new IndexCursor(AppointmentsTable.BY_STATUS, AppointmentsTable.STATUS_DATE, partition), Period.ALWAYS,
                page);
        return new Page<>(found.items().stream()
                .filter(appointment -> AppointmentItem.statusDate(appointment).equals(partition)).toList(),
                found.next());
    }

    private Page<Appointment> search(IndexCursor index, Period period, PageRequest page) {
        QueryResponse response = client.query(query(index, period, page));
        List<AppointmentId> ids = response.items().stream().map(item -> item.get(AppointmentsTable.KEY).s())
                .map(AppointmentId::new).toList();
        Optional<String> next = response.hasLastEvaluatedKey()
                ? Optional.of(IndexCursor.write(response.lastEvaluatedKey()))
                : Optional.empty();
        return new Page<>(appointments.findAll(ids), next);
    }

    private QueryRequest query(IndexCursor index, Period period, PageRequest page) {
        KeyCondition condition = KeyCondition.of(index, period);
        return QueryRequest.builder().tableName(table).indexName(index.index()).limit(page.size())
                .keyConditionExpression(condition.expression()).expressionAttributeNames(condition.names())
                .expressionAttributeValues(condition.values())
                .exclusiveStartKey(page.cursor().map(index::read).orElse(null)).build();
    }

    /** Which keys of an index are asked for; starts are compared as the texts that they are stored as. */
    private record KeyCondition(String expression, Map<String, String> names, Map<String, AttributeValue> values) {

        static KeyCondition of(IndexCursor index, Period period) {
            Attributes values = Attributes.empty().text(":partition", index.partition());
            if (period.equals(Period.ALWAYS)) {
                return new KeyCondition("#partition = :partition", Map.of("#partition", index.partitionKey()),
                        values.item());
            }
            return new KeyCondition("#partition = :partition AND #start BETWEEN :from AND :to",
                    Map.of("#partition", index.partitionKey(), "#start", AppointmentsTable.START_AT),
                    values.text(":from", period.from().map(Object::toString).orElse("0"))
                            .text(":to", period.to().map(to -> to.minusMillis(1).toString()).orElse("9")).item());
        }
    }
}
