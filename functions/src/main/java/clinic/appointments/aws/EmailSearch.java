package clinic.appointments.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.contract.PatientsTable;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.Page;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The patients with an address, by its fingerprint in each version, because an item keeps the version of its write.
 *
 * @param fingerprints fingerprints of the address, current version first
 */
record EmailSearch(DynamoDbClient client, String table, List<String> fingerprints) {

    Page<Patient> page(PageRequest page) {
        List<Patient> found = new ArrayList<>();
        Optional<EmailCursor> next = Optional.of(page.cursor()
                .map(cursor -> EmailCursor.read(cursor, fingerprints.size())).orElse(EmailCursor.beginning(0)));
        while (next.isPresent() && found.size() < page.size()) {
            QueryResponse response = query(next.get(), page.size() - found.size());
            found.addAll(patients(response, fingerprints.get(next.get().version())));
            next = next(next.get().version(), response);
        }
        return new Page<>(found, next.map(EmailCursor::written));
    }

    private QueryResponse query(EmailCursor at, int atMost) {
        String fingerprint = fingerprints.get(at.version());
        return client.query(query -> query.tableName(table).indexName(PatientsTable.BY_EMAIL)
                .keyConditionExpression("#hash = :hash").limit(atMost)
                .expressionAttributeNames(Map.of("#hash", PatientsTable.EMAIL_HASH))
                .expressionAttributeValues(Map.of(":hash", Attributes.textOf(fingerprint)))
                .exclusiveStartKey(at.after().map(id -> key(fingerprint, id)).orElse(null)));
    }

    private static Map<String, AttributeValue> key(String fingerprint, PatientId id) {
        return Map.of(PatientsTable.EMAIL_HASH, Attributes.textOf(fingerprint), PatientsTable.KEY,
                Attributes.textOf(id.value()));
    }

    private Optional<EmailCursor> next(int version, QueryResponse response) {
        if (response.hasLastEvaluatedKey()) {
            return Optional.of(EmailCursor.after(version, response.lastEvaluatedKey()));
        }
        return version + 1 < fingerprints.size() ? Optional.of(EmailCursor.beginning(version + 1)) : Optional.empty();
    }

    /** The index lags behind the items: patients erased or with another address in the meantime are left out. */
    private List<Patient> patients(QueryResponse response, String fingerprint) {
        List<Map<String, AttributeValue>> keys = response.items().stream()
                .map(item -> Map.of(PatientsTable.KEY, item.get(PatientsTable.KEY))).distinct().toList();
        List<Map<String, AttributeValue>> items = new ItemBatch(client).readAll(table, keys).stream()
                .filter(item -> isOf(fingerprint, item)).toList();
        return UnreadableItems.LEAVE_OUT.readAll(items, PatientsTable.KEY, PatientItem::read).toList();
    }

    private static boolean isOf(String fingerprint, Map<String, AttributeValue> item) {
        return Attributes.of(item).optionalText(PatientsTable.EMAIL_HASH).filter(fingerprint::equals).isPresent();
    }
}
