package clinic.appointments.infrastructure;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import software.amazon.awscdk.Stage;

/** The construct tree of the stages as a page: one line for each construct of ours and for each resource. */
final class ConstructPage {

    private static final String INTRODUCTION = """
            # The construct tree

            The page is generated from the synthesized stages, and `ConstructTreeTest` compares it with them. \
            To approve a
            change, run
            `mvn -q -Ppages test`.
            A class name is a construct of this repository, `AWS::…` a CloudFormation resource. The main resource of a
            construct is on the construct's line. A line without stages applies to all stages.

            ```
            """;
    /** A parent comes before its children, and those before its siblings. */
    private static final Comparator<String> TREE_ORDER = Comparator.comparing(path -> path.replace('/', ' '));
    private static final int KIND_COLUMN = 60;
    private static final int INDENT = 2;

    private ConstructPage() {
    }

    static String of(List<Stage> stages) {
        var lines = new TreeMap<String, SortedMap<String, String>>(TREE_ORDER);
        stages.forEach(stage -> new ConstructTree(stage).parts().forEach((path, kind) -> lines
                .computeIfAbsent(path.substring(stage.getStageName().length()), _ -> new TreeMap<>())
                .merge(kind, stage.getStageName(), (one, other) -> one + ", " + other)));
        return lines.entrySet().stream().filter(line -> !line.getKey().isEmpty())
                .flatMap(line -> line.getValue().entrySet().stream()
                        .map(kind -> line(line.getKey(), kind.getKey(), stages(kind.getValue(), stages.size()))))
                .collect(Collectors.joining("", INTRODUCTION, "```\n"));
    }

    private static String stages(String names, int all) {
        return names.split(", ").length == all ? "" : " (" + names + ")";
    }

    private static String line(String path, String kind, String stages) {
        var depth = (int) path.chars().filter(character -> character == '/').count() - 1;
        var name = " ".repeat(INDENT * depth) + path.substring(path.lastIndexOf('/') + 1);
        return name + " ".repeat(Math.max(1, KIND_COLUMN - name.length())) + kind + stages + "\n";
    }
}
