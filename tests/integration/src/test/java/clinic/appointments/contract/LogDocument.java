package clinic.appointments.contract;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code docs/logs.md} says about log lines.
 *
 * @param events the keys of each event that not all lines have, by level and message
 * @param keys the lines that have each key: {@code all}, {@code message} or {@code query} for those about one, or
 *        empty for those of the events that name the key
 */
record LogDocument(Map<String, Set<String>> events, Map<String, String> keys) {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    static LogDocument of(String page) {
        return new LogDocument(
                rows(page, "Events").collect(Collectors.toMap(row -> row.get(1) + " " + row.get(0),
                        row -> codes(row.get(3)), LogDocument::twice, LinkedHashMap::new)),
                rows(page, "Keys").collect(Collectors.toMap(row -> codes(row.get(0)).iterator().next(),
                        row -> row.get(1), LogDocument::twice, LinkedHashMap::new)));
    }

    private static <T> T twice(T one, T other) {
        throw new IllegalArgumentException("two rows for one name: " + one + ", " + other);
    }

    private static Stream<List<String>> rows(String page, String section) {
        String text = page.substring(page.indexOf("\n## " + section + "\n") + section.length() + 5);
        return Arrays.stream(text.split("\n## ", 2)[0].split("\n", -1)).filter(line -> line.startsWith("| "))
                .skip(1).map(line -> Arrays.stream(line.split("\\|", -1)).skip(1).map(String::strip).toList());
    }

    private static Set<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
