package clinic.appointments.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import clinic.appointments.local.gateway.RecordedCall;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.template.Table;

/** What the roles of a stage write, as DynamoDB Local reports it; indexes included. */
record Meter(LocalStage stage) {

    /** What is done between two readings. */
    interface Work {
        void run() throws InterruptedException;
    }

    Usage during(Work work) throws InterruptedException {
        stage.gateway().calls().clear();
        work.run();
        Usage usage = read();
        double reported = stage.gateway().calls().capacityOfRoles().write();
        if (usage.total() != reported) {
            throw new IllegalStateException("The roles used %s units, not %s.".formatted(reported, usage.total()));
        }
        return usage;
    }

    private Usage read() {
        Map<String, Double> units = new LinkedHashMap<>();
        List<RecordedCall> writes = stage.gateway().calls().calls(call -> call.capacity().write() > 0);
        writes.forEach(call -> units.merge(use(call), call.capacity().write(), Double::sum));
        return new Usage(units);
    }

    private String use(RecordedCall call) {
        return call.action() + " " + stage.deployment().tables().stream()
                .filter(table -> call.resources().stream().anyMatch(arn -> arn.endsWith("/" + table.name())))
                .map(Table::id).collect(Collectors.joining(" + "));
    }
}
