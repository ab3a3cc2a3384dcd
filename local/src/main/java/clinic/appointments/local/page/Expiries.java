package clinic.appointments.local.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.page.Due.Expiry;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.TableScan;
import clinic.appointments.local.template.Table;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The times at which items expire. A look reads whole tables, so it counts for some seconds, unless calls are made. */
final class Expiries {

    private static final Duration COUNTS_FOR = Duration.ofSeconds(10);

    private final LocalStage stage;
    private List<Expiry> read = List.of();
    private Instant readAt = Instant.EPOCH;
    private Map<String, Long> callsThen = Map.of();

    Expiries(LocalStage stage) {
        this.stage = stage;
    }

    /** One for each table with a time to live. */
    synchronized List<Expiry> read() {
        Map<String, Long> calls = stage.gateway().calls().countsByAction();
        if (readAt.plus(COUNTS_FOR).isBefore(Instant.now()) || !calls.equals(callsThen)) {
            read = stage.deployment().tables().stream().flatMap(table -> table.timeToLiveAttribute().stream()
                    .map(attribute -> read(table, attribute))).toList();
            readAt = Instant.now();
            callsThen = calls;
        }
        return read;
    }

    private Expiry read(Table table, String attribute) {
        ObjectNode request = AwsCalls.body().put("TableName", table.name()).put("ProjectionExpression", "#ttl");
        request.putObject("ExpressionAttributeNames").put("#ttl", attribute);
        List<Instant> times = TableScan.items(stage, request).stream().filter(item -> item.has(attribute))
                .map(item -> Instant.ofEpochSecond(item.path(attribute).path("N").asLong())).toList();
        return new Expiry(table.id(), times.size(), times.stream().min(Instant::compareTo));
    }
}
