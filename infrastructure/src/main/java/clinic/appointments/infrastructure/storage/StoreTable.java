package clinic.appointments.infrastructure.storage;

import java.util.List;
import java.util.Set;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.infrastructure.compute.KeyUse;
import clinic.appointments.infrastructure.compute.ServiceFunction;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.kms.IKey;

/**
 * A table and the variable that functions find it by.
 *
 * @param key key that encrypts it
 */
record StoreTable(TableV2 table, EnvironmentKey variable, IKey key) {

    private static final Set<String> READS = Set.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query",
            "dynamodb:Scan");

    /** Allows the actions on the table itself, and on the key what they imply. */
    void opensTo(ServiceFunction function, List<String> actions) {
        function.reads(variable, table.getTableName());
        function.may(actions, table.getTableArn());
        var keyActions = READS.containsAll(actions) ? KeyUse.READ : KeyUse.WRITE;
        function.mayUse(key.getKeyArn(), "dynamodb", keyActions);
    }

    WatchedTable watched(List<String> indexes) {
        return new WatchedTable(table.getNode().getId(), table.getTableName(), indexes);
    }

    /** Allows queries on one index. */
    void opensIndexTo(ServiceFunction function, String index) {
        function.may(List.of("dynamodb:Query"), table.getTableArn() + "/index/" + index);
    }
}
