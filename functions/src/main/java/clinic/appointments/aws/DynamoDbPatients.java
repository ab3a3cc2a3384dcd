package clinic.appointments.aws;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.contract.PatientsTable;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.Undeliverable;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.Page;
import clinic.appointments.port.Patients;
import clinic.appointments.port.Written;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** {@link Patients} on DynamoDB. */
public final class DynamoDbPatients implements Patients {

    private final DynamoDbClient client;
    private final ItemBatch batch;
    private final String table;

    public DynamoDbPatients(DynamoDbClient client, String table) {
        this.client = client;
        this.batch = new ItemBatch(client);
        this.table = table;
    }

    @Override
    public Optional<Patient> find(PatientId id) {
        Map<String, AttributeValue> item = client
                .getItem(get -> get.tableName(table).key(PatientItem.key(id)).consistentRead(true)).item();
        return Optional.of(item).filter(found -> !found.isEmpty()).map(PatientItem::read);
    }

    @Override
    public Page<Patient> ofEmail(String email, PageRequest page) {
        EmailCursor cursor = new EmailCursor(PatientItem.emailHash(email));
        QueryResponse response = client.query(query -> query.tableName(table)
                .indexName(PatientsTable.BY_EMAIL).keyConditionExpression("#hash = :hash").limit(page.size())
                .expressionAttributeNames(Map.of("#hash", PatientsTable.EMAIL_HASH))
                .expressionAttributeValues(Map.of(":hash", Attributes.textOf(cursor.hash())))
                .exclusiveStartKey(page.cursor().map(cursor::read).orElse(null)));
        List<Map<String, AttributeValue>> keys = response.items().stream()
                .map(item -> Map.of(PatientsTable.KEY, item.get(PatientsTable.KEY))).distinct().toList();
        List<Map<String, AttributeValue>> found = batch.readAll(table, keys).stream()
                .filter(item -> isOf(cursor.hash(), item)).toList();
        return new Page<>(OddItems.LEAVE_OUT.readAll(found, PatientsTable.KEY, PatientItem::read).toList(),
                response.hasLastEvaluatedKey()
                        ? Optional.of(EmailCursor.write(response.lastEvaluatedKey()))
                        : Optional.empty());
    }

    /** The index lags behind the items: who was erased or has another address meanwhile is left out. */
    private static boolean isOf(String hash, Map<String, AttributeValue> item) {
        return Attributes.of(item).optionalText(PatientsTable.EMAIL_HASH).filter(hash::equals).isPresent();
    }

    @Override
    public Page<Patient> undeliverable(PageRequest page) {
        QueryResponse found = client.query(query -> query.tableName(table).indexName(PatientsTable.BY_SIGN)
                .keyConditionExpression("#sign = :sign").limit(page.size())
                .expressionAttributeNames(Map.of("#sign", PatientsTable.SIGN))
                .expressionAttributeValues(Map.of(":sign", Attributes.textOf(PatientItem.UNDELIVERABLE)))
                .exclusiveStartKey(page.cursor().map(SignCursor::read).orElse(null)));
        Optional<String> next = found.hasLastEvaluatedKey()
                ? Optional.of(SignCursor.write(found.lastEvaluatedKey()))
                : Optional.empty();
        List<Map<String, AttributeValue>> keys = found.items().stream()
                .map(item -> Map.of(PatientsTable.KEY, item.get(PatientsTable.KEY))).toList();
        Stream<Patient> signed = OddItems.LEAVE_OUT
                .readAll(batch.readAll(table, keys), PatientsTable.KEY, PatientItem::read)
                .filter(patient -> patient.undeliverable().isPresent());
        return new Page<>(
                signed.sorted(Comparator.comparing(patient -> patient.undeliverable().orElseThrow().since())).toList(),
                next);
    }

    @Override
    public void mark(Patient patient, Undeliverable sign) {
        try {
            client.updateItem(new SignWrite(table, patient, sign).request());
        } catch (ConditionalCheckFailedException otherwiseByNow) {
            return;
        }
    }

    @Override
    public Written save(Patient patient) {
        try {
            client.putItem(put(patient));
            return Written.DONE;
        } catch (ConditionalCheckFailedException failed) {
            return isStored(patient, failed) ? Written.DONE : Written.CONFLICT;
        }
    }

    private PutItemRequest put(Patient patient) {
        PutItemRequest.Builder put = PutItemRequest.builder().tableName(table).item(PatientItem.of(patient))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (patient.version() == 1) {
            return put.conditionExpression("attribute_not_exists(" + PatientsTable.KEY + ")").build();
        }
        return put.conditionExpression("#version = :seen")
                .expressionAttributeNames(Map.of("#version", PatientItem.VERSION))
                .expressionAttributeValues(Map.of(":seen", Attributes.numberOf(patient.version() - 1))).build();
    }

    private static boolean isStored(Patient patient, ConditionalCheckFailedException failed) {
        return failed.hasItem() && PatientItem.read(failed.item()).writtenBy().equals(patient.writtenBy());
    }
}
