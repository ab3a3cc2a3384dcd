package clinic.appointments.infrastructure.storage;

import java.util.List;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.contract.IdempotencyTable;
import clinic.appointments.contract.PatientsTable;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.TableEncryptionV2;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** Makes the tables: paid by use, encrypted with the key, recoverable to any second of the last 35 days. */
record TableFactory(Construct scope, IKey key, DataSettings settings) {

    TableV2 appointments() {
        return table(AppointmentsTable.ID, AppointmentsTable.KEY).timeToLiveAttribute(AppointmentsTable.TTL)
                .globalSecondaryIndexes(List.of(
                        index(AppointmentsTable.BY_PATIENT, AppointmentsTable.PATIENT_ID)
                                .sortKey(string(AppointmentsTable.START_AT)).build(),
                        index(AppointmentsTable.BY_STATUS, AppointmentsTable.STATUS_DATE)
                                .sortKey(string(AppointmentsTable.START_AT)).build()))
                .build();
    }

    TableV2 calendars() {
        return table(CalendarsTable.ID, CalendarsTable.KEY).timeToLiveAttribute(CalendarsTable.TTL).build();
    }

    TableV2 patients() {
        return table(PatientsTable.ID, PatientsTable.KEY).globalSecondaryIndexes(
                List.of(index(PatientsTable.BY_EMAIL, PatientsTable.EMAIL_HASH).build(),
                        index(PatientsTable.BY_SIGN, PatientsTable.SIGN).sortKey(string(PatientsTable.SIGNED_AT))
                                .build()))
                .build();
    }

    TableV2 idempotency() {
        return table(IdempotencyTable.ID, IdempotencyTable.KEY).timeToLiveAttribute(IdempotencyTable.TTL).build();
    }

    private TableV2.Builder table(String id, String partitionKey) {
        return TableV2.Builder.create(scope, id).partitionKey(string(partitionKey)).billing(Billing.onDemand())
                .encryption(TableEncryptionV2.customerManagedKey(key))
                .pointInTimeRecoverySpecification(
                        PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
                .removalPolicy(settings.removal()).deletionProtection(settings.deletionProtection());
    }

    private static GlobalSecondaryIndexPropsV2.Builder index(String name, String partitionKey) {
        return GlobalSecondaryIndexPropsV2.builder().indexName(name).partitionKey(string(partitionKey))
                .projectionType(ProjectionType.KEYS_ONLY);
    }

    private static Attribute string(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }
}
