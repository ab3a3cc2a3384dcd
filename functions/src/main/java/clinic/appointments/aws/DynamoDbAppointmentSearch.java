package clinic.appointments.aws;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.DateRange;
import clinic.appointments.model.OverdueRules;
import clinic.appointments.model.PatientId;
import clinic.appointments.port.AppointmentSearch;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Page;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** {@link AppointmentSearch} on DynamoDB: indexes hold keys and statuses only, and the items are fetched separately. */
public final class DynamoDbAppointmentSearch implements AppointmentSearch {

    /** Greatest number of dates searched for one page. */
    private static final int MAX_DATES = 31;

    private final DynamoDbClient client;
    private final Appointments appointments;
    private final AppointmentTable table;
    private final Executor threads;

    /** A search that fails when an item cannot be read: an erasure has to see all items. */
    public DynamoDbAppointmentSearch(DynamoDbClient client, AppointmentTable table) {
        this(client, table, new DynamoDbAppointments(client, table), Runnable::run);
    }

    /**
     * A search that leaves out unreadable items.
     *
     * @param threads threads for dates that are searched at the same time
     */
    public static DynamoDbAppointmentSearch leavingOutWhatCannotBeRead(DynamoDbClient client, AppointmentTable table,
            Executor threads) {
        return new DynamoDbAppointmentSearch(client, table,
                DynamoDbAppointments.leavingOutWhatCannotBeRead(client, table), threads);
    }

    private DynamoDbAppointmentSearch(DynamoDbClient client, AppointmentTable table, Appointments appointments,
            Executor threads) {
        this.client = client;
        this.appointments = appointments;
        this.table = table;
        this.threads = threads;
    }

    @Override
    public Page<Appointment> ofPatient(PatientId patient, Period period, PageRequest page) {
        return only(appointment -> period.contains(appointment.startAt()), search(
                new IndexCursor(AppointmentsTable.BY_PATIENT, AppointmentsTable.PATIENT_ID, patient.value()), period,
                page));
    }

    @Override
    public Page<Appointment> ofStatus(AppointmentStatus status, DateRange dates, PageRequest page) {
        DatedCursor position = page.cursor().map(cursor -> DatedCursor.read(cursor, dates))
                .orElseGet(() -> new DatedCursor(dates.first(), Optional.empty()));
        LocalDate stop = position.date().plusDays(MAX_DATES);
        StatusIndex index = new StatusIndex(client, table, threads);
        DatedKeys keys = new DatedKeys((date, wanted) -> index.ofDate(status, date, wanted), threads, position,
                dates.last().isBefore(stop) ? dates.last() : stop.minusDays(1), page.size());
        List<Appointment> found = new ArrayList<>();
        while (found.size() < page.size() && !keys.isAtEnd()) {
            found.addAll(current(status, keys.take(page.size() - found.size())));
        }
        return new Page<>(found, Optional.of(keys.position()).filter(next -> !next.date().isAfter(dates.last()))
                .map(DatedCursor::write));
    }

    /** The appointments that still have the status and date under which the index has them. */
    private List<Appointment> current(AppointmentStatus status, List<DatedKeys.Key> keys) {
        Map<AppointmentId, Appointment> found = appointments
                .findAll(keys.stream().map(DatedKeys.Key::id).distinct().toList()).stream()
                .collect(Collectors.toMap(Appointment::id, appointment -> appointment));
        return keys.stream().filter(key -> Optional.ofNullable(found.get(key.id()))
                .filter(one -> one.status() == status && one.slot().date().equals(key.date())).isPresent())
                .map(key -> found.get(key.id())).toList();
    }

    @Override
    public Page<Appointment> overdue(Instant now, PageRequest page) {
        Page<AppointmentId> found = new OverdueIndex(client, table).until(now, page);
        return only(new OverdueRules(now)::hasOverdueWork,
                new Page<>(appointments.findAll(found.items()), found.next()));
    }

    /** The index lags behind the items: appointments that have changed in the meantime are left out. */
    private static Page<Appointment> only(Predicate<Appointment> wanted, Page<Appointment> found) {
        return new Page<>(found.items().stream().filter(wanted).toList(), found.next());
    }

    private Page<Appointment> search(IndexCursor index, Period period, PageRequest page) {
        Page<AppointmentId> found = keys(index, period, page);
        return new Page<>(appointments.findAll(found.items()), found.next());
    }

    private Page<AppointmentId> keys(IndexCursor index, Period period, PageRequest page) {
        QueryResponse response = client.query(query(index, period, page));
        List<AppointmentId> ids = response.items().stream().map(item -> Attributes.of(item).text(AppointmentsTable.KEY))
                .map(AppointmentId::new).distinct().toList();
        Optional<String> next = response.hasLastEvaluatedKey()
                ? Optional.of(IndexCursor.write(response.lastEvaluatedKey()))
                : Optional.empty();
        return new Page<>(ids, next);
    }

    private QueryRequest query(IndexCursor index, Period period, PageRequest page) {
        StoredStarts starts = StoredStarts.of(period);
        return QueryRequest.builder().tableName(table.name()).indexName(index.index()).limit(page.size())
                .keyConditionExpression("#partition = :partition AND #start BETWEEN :first AND :last")
                .expressionAttributeNames(
                        Map.of("#partition", index.partitionKey(), "#start", AppointmentsTable.START_AT))
                .expressionAttributeValues(Attributes.empty().text(":partition", index.partition())
                        .text(":first", starts.first()).text(":last", starts.last()).item())
                .exclusiveStartKey(page.cursor().map(cursor -> index.read(cursor, starts)).orElse(null)).build();
    }
}
