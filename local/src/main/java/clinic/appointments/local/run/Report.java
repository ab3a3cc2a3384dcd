package clinic.appointments.local.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import clinic.appointments.local.gateway.CallLog;
import clinic.appointments.local.gateway.Capacity;
import clinic.appointments.local.run.MessageOutcome.Category;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.RunDirectory;

/**
 * The report at the end of a local run.
 *
 * @param outcomes the outcomes of the messages, in the order of sending
 * @param firstConfirmed time from the command to the first confirmed appointment
 * @param used capacity that the roles used, without the queries for the outcomes
 */
record Report(LocalStage stage, Map<SentMessage, MessageOutcome> outcomes, Optional<Duration> firstConfirmed,
        Capacity used) {

    Verdict verdict() {
        return new Verdict(outcomes, stage.gateway().calls().denials());
    }

    String render() {
        List<String> parts = new ArrayList<>(
                List.of(table(), sums(), figures(), places(), String.join("\n", verdict().lines())));
        parts.removeIf(String::isEmpty);
        return String.join("\n", parts);
    }

    private String table() {
        TextTable table = new TextTable("EVENT", "REQUEST", "OUTCOME");
        ResultRow.of(outcomes).forEach(row -> table.row(row.event(), row.request(), row.outcome()));
        return table.render();
    }

    private String sums() {
        Map<Category, Integer> totals = totals();
        String sums = totals.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" + "));
        return "%d sent = %s%n".formatted(outcomes.size(), sums);
    }

    private Map<Category, Integer> totals() {
        Map<Category, Integer> totals = new EnumMap<>(Category.class);
        outcomes.values().forEach(outcome -> totals.merge(outcome.category(), 1, Integer::sum));
        return totals;
    }

    private String figures() {
        CallLog calls = stage.gateway().calls();
        TextTable figures = new TextTable("MEASURED", "");
        firstConfirmed.ifPresent(took -> figures.row("from the command to the first confirmation",
                "%.1f s".formatted(took.toMillis() / 1000.0)));
        figures.row("resident memory, engines and functions included",
                stage.residentMemory() / 1024 / 1024 + " MB");
        figures.row("capacity used by the service", "%.1f write, %.1f read units"
                .formatted(used.write(), used.read()));
        figures.row("e-mails sent", String.valueOf(stage.mails().size()));
        figures.row("schedules still open", String.valueOf(stage.schedules().size()));
        counts(calls).forEach((service, counts) -> figures.row("calls to " + service, String.join(", ", counts)));
        return figures.render();
    }

    private static Map<String, List<String>> counts(CallLog calls) {
        Map<String, List<String>> counts = new TreeMap<>();
        calls.countsByAction().forEach((action, count) -> {
            String[] names = action.split(":", -1);
            counts.computeIfAbsent(names[0], _ -> new ArrayList<>()).add(names[1] + " " + count);
        });
        return counts;
    }

    private String places() {
        RunDirectory directory = stage.directory();
        TextTable places = new TextTable("WHERE TO LOOK", "");
        places.row("logs, one file per function", directory.logs().toString());
        places.row("e-mails", directory.mail().toString());
        places.row("X-Ray segments", directory.traces().toString());
        places.row("%d things not enforced here".formatted(stage.deployment().unchecked().size()),
                directory.unchecked().toString());
        places.row("HTTP API, unsigned requests", stage.api().toString());
        places.row("gateway, which stands in for AWS", stage.gateway().address().toString());
        places.row("to run one function on one event", "mvn -ntp -Plocal -Dinvoke=<FunctionId> -Devent=<file>");
        places.row("to keep it running", "mvn -ntp -Plocal -Dkeep");
        return places.render();
    }
}
