package clinic.appointments.aws;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.contract.PatientsTable;
import clinic.appointments.model.EmailAddress;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.Fingerprints;
import clinic.appointments.port.Page;
import clinic.appointments.port.Patients;
import clinic.appointments.port.WriteResult;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** {@link Patients} on DynamoDB. */
public final class DynamoDbPatients implements Patients {

    private final DynamoDbClient client;
    private final ItemBatch batch;
    private final String table;
    private final Fingerprints fingerprints;

    public DynamoDbPatients(DynamoDbClient client, String table, Fingerprints fingerprints) {
        this.client = client;
        this.batch = new ItemBatch(client);
        this.table = table;
        this.fingerprints = fingerprints;
    }

    @Override
    public Optional<Patient> find(PatientId id) {
        Map<String, AttributeValue> item = client
                .getItem(get -> get.tableName(table).key(PatientItem.key(id)).consistentRead(true)).item();
        return Optional.of(item).filter(found -> !found.isEmpty()).map(PatientItem::read);
    }

    @Override
    public Page<Patient> ofEmail(String email, PageRequest page) {
        return new EmailSearch(client, table, fingerprints.inEveryVersion(EmailAddress.sought(email)).toList())
                .page(page);
    }

    @Override
    public Page<Patient> undeliverable(PageRequest page) {
        QueryResponse found = client.query(query -> query.tableName(table).indexName(PatientsTable.BY_SIGN)
                .keyConditionExpression("#sign = :sign").limit(page.size())
                .expressionAttributeNames(Map.of("#sign", PatientsTable.SIGN))
                .expressionAttributeValues(Map.of(":sign", Attributes.textOf(PatientItem.UNDELIVERABLE)))
                .exclusiveStartKey(page.cursor().map(UndeliverableCursor::read).orElse(null)));
        Optional<String> next = found.hasLastEvaluatedKey()
                ? Optional.of(UndeliverableCursor.write(found.lastEvaluatedKey()))
                : Optional.empty();
        List<Map<String, AttributeValue>> keys = found.items().stream()
                .map(item -> Map.of(PatientsTable.KEY, item.get(PatientsTable.KEY))).toList();
        Stream<Patient> signed = UnreadableItems.LEAVE_OUT
                .readAll(batch.readAll(table, keys), PatientsTable.KEY, PatientItem::read)
                .filter(patient -> patient.undeliverable().isPresent());
        return new Page<>(
                signed.sorted(Comparator.comparing(patient -> patient.undeliverable().orElseThrow().since())).toList(),
                next);
    }

    @Override
    public WriteResult save(Patient patient) {
        return VersionedPut.make(client, VersionedPut.of(table, PatientsTable.KEY,
                PatientItem.of(patient, fingerprints), patient.version()),
                stored -> PatientItem.read(stored).writtenBy().equals(patient.writtenBy()));
    }
}
