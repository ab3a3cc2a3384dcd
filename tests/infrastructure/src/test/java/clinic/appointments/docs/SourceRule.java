package clinic.appointments.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A rule on the text of a Java file, for what no compiler and no formatter looks at. */
enum SourceRule {

    /** Data in text blocks may be wider: a table is not wrapped. */
    NO_LINE_IS_LONGER_THAN_120_COLUMNS(line -> line.codePointCount(0, line.length()) > 120),
    A_TAG_AND_ITS_TEXT_STAND_ON_ONE_LINE(" *\\* @(param \\S+|return|throws \\S+)"),
    NO_MUTATOR_IS_NAMED_LIKE_A_QUESTION(".*\\bvoid (is|are|has|may|can|was)[A-Z]\\w*\\(.*"),
    LIMITS_ARE_NAMED_MAX_OR_MIN(".*\\bstatic final .*\\b(MOST|LONGEST|LARGEST|SHORTEST|SMALLEST|DEEPEST|YOUNGEST|OLDEST"
            + "|FEWEST)(_\\w+)? = .*"),
    /** In JDK 25 a virtual thread may stay on its carrier there, and starve all others. */
    NO_THREAD_WAITS_ON_A_MONITOR(".*(?<![\\w.#])(wait|notifyAll)\\(.*"),
    PATIENTS_ARE_THEY(" *(/\\*)?\\*.*\\b(he|she|his|him)\\b.*");

    private static final String TEXT_BLOCK = "\"\"\"";

    private final Predicate<String> broken;

    SourceRule(String pattern) {
        this(Pattern.compile(pattern).asMatchPredicate());
    }

    SourceRule(Predicate<String> broken) {
        this.broken = broken;
    }

    /** A test's name is a sentence, which may well begin with a verb. */
    boolean appliesTo(Path file) {
        return this != NO_MUTATOR_IS_NAMED_LIKE_A_QUESTION || !file.startsWith("tests");
    }

    /** The numbers of the lines that break the rule. */
    List<Integer> brokenIn(List<String> lines) {
        boolean[] data = dataLines(lines);
        return IntStream.range(0, lines.size()).filter(line -> !data[line] && broken.test(lines.get(line)))
                .map(line -> line + 1).boxed().toList();
    }

    private static boolean[] dataLines(List<String> lines) {
        boolean[] data = new boolean[lines.size()];
        boolean inside = false;
        for (int line = 0; line < data.length; line++) {
            boolean delimiter = lines.get(line).split(TEXT_BLOCK, -1).length % 2 == 0;
            data[line] = inside;
            inside = inside != delimiter;
        }
        return data;
    }
}
