package clinic.appointments.contract;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The fields of log lines that a query reads (CloudWatch Logs: "CloudWatch Logs Insights QL commands and functions").
 */
final class QueryFields {

    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern ALIAS = Pattern.compile("\\bas (\\w+)");
    private static final Pattern FIELD = Pattern.compile("(?<![\\w.@])[A-Za-z_@][\\w.@]*(?!\\w*\\()");
    private static final Set<String> WORDS = Set.of("fields", "filter", "stats", "sort", "limit", "by", "as", "asc",
            "desc", "and", "or", "in", "not", "like");

    private QueryFields() {
    }

    static Set<String> of(String query) {
        String read = TEXT.matcher(query).replaceAll("");
        Set<String> aliases = ALIAS.matcher(read).results().map(alias -> alias.group(1)).collect(Collectors.toSet());
        return FIELD.matcher(read).results().map(field -> field.group())
                .filter(field -> !WORDS.contains(field) && !aliases.contains(field) && !isFunction(read, field))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isFunction(String query, String word) {
        return Pattern.compile("\\b" + Pattern.quote(word) + "\\(").matcher(query).find();
    }
}
