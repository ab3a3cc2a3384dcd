package clinic.appointments.infrastructure.monitoring;

import java.util.List;

import clinic.appointments.infrastructure.storage.StoreTable;
import software.constructs.Construct;

/** Alarms on the tables: whether DynamoDB keeps up and answers. */
final class TableAlarms extends AlarmGroup {

    TableAlarms(Construct scope, String id, AlarmBook book, List<StoreTable> tables) {
        super(scope, id, book);
        tables.forEach(this::watch);
    }

    private void watch(StoreTable table) {
        var metrics = new TableMetrics(table.table().getTableName());
        addThresholdAlarm(table.id() + "Throttles", metrics.throttles(), 1, 3,
                RunbookSection.TABLE_THROTTLES.describe(this, table.id() + " is throttled."));
        addThresholdAlarm(table.id() + "SystemErrors", metrics.systemErrors(), 1, 3,
                RunbookSection.TABLE_ERRORS.describe(this, "DynamoDB returns server errors for " + table.id() + "."));
        table.indexes().forEach(index -> addThresholdAlarm(table.id() + index + "Throttles",
                metrics.throttlesOf(index), 1, 3,
                RunbookSection.INDEX_THROTTLES.describe(this, "Index " + index + " throttles writes.")));
    }
}
