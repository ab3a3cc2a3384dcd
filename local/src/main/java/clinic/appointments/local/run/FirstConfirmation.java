package clinic.appointments.local.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.local.call.AwsCallException;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.process.Polling;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.StageException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Records the time of the first confirmed appointment; reads the table directly, not through the gateway. */
final class FirstConfirmation {

    private static final Duration MAX_WATCH = Duration.ofMinutes(5);

    private final AtomicReference<Instant> seen = new AtomicReference<>();
    private final LocalStage stage;
    private final String table;
    private volatile boolean watching = true;

    private FirstConfirmation(LocalStage stage) {
        this.stage = stage;
        this.table = stage.deployment().tables().stream().filter(each -> each.id().equals(AppointmentsTable.ID))
                .findFirst().orElseThrow(() -> new StageException("The stage has no " + AppointmentsTable.ID + "."))
                .name();
    }

    /** Begins to watch the table. */
    static FirstConfirmation watch(LocalStage stage) {
        FirstConfirmation watch = new FirstConfirmation(stage);
        Thread.ofVirtual().name("first-confirmation").start(
                () -> Polling.until(watch::look, () -> watch.watching, MAX_WATCH));
        return watch;
    }

    /** Stops watching; empty if no appointment was confirmed. */
    Optional<Instant> end() {
        watching = false;
        return Optional.ofNullable(seen.get());
    }

    private boolean look() {
        ObjectNode request = AwsCalls.body().put("TableName", table).put("Select", "COUNT")
                .put("FilterExpression", "#s = :s");
        request.putObject("ExpressionAttributeNames").put("#s", "status");
        request.putObject("ExpressionAttributeValues").putObject(":s").put("S", "CONFIRMED");
        try {
            boolean found = stage.dynamoDb("Scan", request).path("Count").asInt() > 0;
            return found && seen.compareAndSet(null, Instant.now());
        } catch (AwsCallException _) {
            return false;
        }
    }
}
