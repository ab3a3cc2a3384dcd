package clinic.appointments.aws;

import java.util.Map;
import java.util.Optional;

import clinic.appointments.contract.PatientsTable;
import clinic.appointments.model.PatientId;
import clinic.appointments.port.EmailIndex;
import clinic.appointments.port.Fingerprints;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** {@link EmailIndex} on DynamoDB: one attribute per item, from which DynamoDB maintains the index. */
public final class DynamoDbEmailIndex implements EmailIndex {

    private static final int PAGE = 50;

    private final DynamoDbClient client;
    private final String table;
    private final Fingerprints fingerprints;

    public DynamoDbEmailIndex(DynamoDbClient client, String table, Fingerprints fingerprints) {
        this.client = client;
        this.table = table;
        this.fingerprints = fingerprints;
    }

    @Override
    public Optional<PatientId> rebuildPage(Optional<PatientId> after) {
        ScanResponse page = client.scan(scan -> scan.tableName(table).limit(PAGE).consistentRead(true)
                .projectionExpression("#id, #email, #hash")
                .expressionAttributeNames(Map.of("#id", PatientsTable.KEY, "#email", PatientItem.EMAIL, "#hash",
                        PatientsTable.EMAIL_HASH))
                .exclusiveStartKey(after.map(PatientItem::key).orElse(null)));
        page.items().stream().filter(item -> !isCurrent(item)).forEach(this::rebuild);
        return page.hasLastEvaluatedKey()
                ? Optional.of(new PatientId(Attributes.of(page.lastEvaluatedKey()).text(PatientsTable.KEY)))
                : Optional.empty();
    }

    private boolean isCurrent(Map<String, AttributeValue> item) {
        return Attributes.of(item).optionalText(PatientsTable.EMAIL_HASH).filter(fingerprints::isCurrent).isPresent();
    }

    private void rebuild(Map<String, AttributeValue> item) {
        PatientItem.soughtEmail(item).map(fingerprints::of).ifPresent(fingerprint -> write(item, fingerprint));
    }

    /** Writes on condition that the address is as it was read: a newer address already has the current version. */
    private void write(Map<String, AttributeValue> item, String fingerprint) {
        try {
            client.updateItem(update -> update.tableName(table)
                    .key(Map.of(PatientsTable.KEY, item.get(PatientsTable.KEY)))
                    .updateExpression("SET #hash = :hash").conditionExpression("#email = :email")
                    .expressionAttributeNames(
                            Map.of("#hash", PatientsTable.EMAIL_HASH, "#email", PatientItem.EMAIL))
                    .expressionAttributeValues(Map.of(":hash", Attributes.textOf(fingerprint), ":email",
                            item.get(PatientItem.EMAIL))));
        } catch (ConditionalCheckFailedException otherwiseByNow) {
            return;
        }
    }
}
