package clinic.appointments.local.run;

import java.nio.file.Path;
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
 * @param session file with everything that the page shows of this run
 */
record Report(LocalStage stage, Map<SentMessage, MessageOutcome> outcomes, Optional<Duration> firstConfirmed,
        Capacity used, Path session) {

    Verdict verdict() {
        return new Verdict(outcomes, stage.gateway().calls().denials());
    }

    String render(Screen screen) {
        List<String> parts = new ArrayList<>(List.of(table().render(screen), sums(), figures().render(screen),
                places().render(screen), screen.paint(Screen.Color.RED, String.join("\n", verdict().lines()))));
        parts.removeIf(String::isEmpty);
        return String.join("\n", parts);
    }

    private TextTable table() {
        TextTable table = new TextTable("EVENT", "REQUEST", "OUTCOME");
        ResultRow.of(outcomes).forEach(row -> table.row(row.color(), row.event(), row.request(), row.outcome()));
        return table;
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

    private TextTable figures() {
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
        return figures;
    }

    private static Map<String, List<String>> counts(CallLog calls) {
        Map<String, List<String>> counts = new TreeMap<>();
        calls.countsByAction().forEach((action, count) -> {
            String[] names = action.split(":", -1);
            counts.computeIfAbsent(names[0], _ -> new ArrayList<>()).add(names[1] + " " + count);
        });
        return counts;
    }

    private TextTable places() {
        RunDirectory directory = stage.directory();
        TextTable places = new TextTable("WHERE TO LOOK", "");
        places.row("logs, one file per function", name(directory.logs()));
        places.row("e-mails", name(directory.mail()));
        places.row("X-Ray segments", name(directory.traces()));
        places.row("%d things not enforced here".formatted(stage.deployment().unchecked().size()),
                name(directory.unchecked()));
        places.row("HTTP API, unsigned requests", stage.api().toString());
        places.row("gateway, which stands in for AWS", stage.gateway().address().toString());
        places.row("to run one function on one event", "mvn -ntp -Plocal -Dinvoke=<FunctionId> -Devent=<file>");
        places.row("the story of an id above", "mvn -q -ntp -Plocal -Dstory=<id>");
        places.row("this run on a page", "mvn -ntp -Plocal -Dopen=" + name(session));
        places.row("to keep it running", "mvn -ntp -Plocal -Dkeep");
        return places;
    }

    /** The name of a file as a command in this folder takes it. */
    private static String name(Path file) {
        return Path.of("").toAbsolutePath().relativize(file.toAbsolutePath()).toString();
    }
}
