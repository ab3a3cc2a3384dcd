package clinic.appointments.infrastructure.storage;

import java.util.List;
import java.util.Set;

import clinic.appointments.infrastructure.patterns.KeyUse;
import clinic.appointments.infrastructure.patterns.ServiceFunction;
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

import static clinic.appointments.infrastructure.patterns.MainChild.DEFAULT_ID;

/** A table: paid by use, encrypted with the data key, recoverable to any second of the last 35 days. */
public final class StoreTable extends Construct {

    private static final Set<String> READS = Set.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query",
            "dynamodb:Scan");

    private final StoreTableProps props;
    private final IKey key;
    private final TableV2 table;

    StoreTable(Construct scope, String id, StoreTableProps props, AppointmentStoreProps store) {
        super(scope, id);
        this.props = props;
        key = store.key();
        table = table(store.settings());
    }

    private TableV2 table(DataSettings settings) {
        var builder = TableV2.Builder.create(this, DEFAULT_ID).partitionKey(string(props.partitionKey()))
                .billing(Billing.onDemand()).encryption(TableEncryptionV2.customerManagedKey(key))
                .pointInTimeRecoverySpecification(
                        PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
                .removalPolicy(settings.removal()).deletionProtection(settings.deletionProtection());
        props.timeToLive().ifPresent(builder::timeToLiveAttribute);
        if (!props.indexes().isEmpty()) {
            builder.globalSecondaryIndexes(props.indexes().stream().map(StoreTable::index).toList());
        }
        return builder.build();
    }

    private static GlobalSecondaryIndexPropsV2 index(StoreTableProps.Index index) {
        var builder = GlobalSecondaryIndexPropsV2.builder().indexName(index.name())
                .partitionKey(string(index.partitionKey()));
        if (index.attributes().isEmpty()) {
            builder.projectionType(ProjectionType.KEYS_ONLY);
        } else {
            builder.projectionType(ProjectionType.INCLUDE).nonKeyAttributes(index.attributes());
        }
        index.sortKey().map(StoreTable::string).ifPresent(builder::sortKey);
        return builder.build();
    }

    private static Attribute string(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }

    /** Allows the actions on the table itself, with the key actions that they imply. */
    void grant(ServiceFunction function, List<String> actions) {
        function.addEnvironment(props.variable().name(), table.getTableName());
        function.addToRolePolicy(actions, table.getTableArn());
        function.addKeyUse(key, "dynamodb", READS.containsAll(actions) ? KeyUse.READ : KeyUse.WRITE);
    }

    /** Allows queries on one index. */
    void grantQueryIndex(ServiceFunction function, String index) {
        function.addToRolePolicy(List.of("dynamodb:Query"), table.getTableArn() + "/index/" + index);
    }

    /** Construct id of the table. */
    public String id() {
        return getNode().getId();
    }

    /** Names of the indexes. */
    public List<String> indexes() {
        return props.indexes().stream().map(StoreTableProps.Index::name).toList();
    }

    public TableV2 table() {
        return table;
    }
}
