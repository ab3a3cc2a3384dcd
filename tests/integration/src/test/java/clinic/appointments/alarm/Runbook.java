package clinic.appointments.alarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The runbook as somebody follows it who was paged.
 *
 * @param first for each section, those to begin with instead if one of their alarms is on
 */
record Runbook(Map<String, List<String>> first) {

    private static final Pattern FIRST = Pattern.compile("\\*\\*First\\*\\*:(.*?)\\*\\*Means\\*\\*", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\(#([a-z-]+)\\)");

    static Runbook read() {
        try {
            return of(Files.readString(Path.of("docs/runbook.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Runbook of(String text) {
        return new Runbook(Arrays.stream(text.split("\n## ")).skip(1)
                .collect(Collectors.toMap(Runbook::name, Runbook::links)));
    }

    private static String name(String section) {
        return section.lines().findFirst().orElseThrow().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static List<String> links(String section) {
        Matcher first = FIRST.matcher(section);
        return first.find()
                ? LINK.matcher(first.group(1)).results().map(link -> link.group(1)).toList()
                : List.of();
    }

    /**
     * The section at which one ends.
     *
     * @param section that one begins with
     * @param on sections whose alarms are on
     */
    String follow(String section, Set<String> on) {
        if (!first.containsKey(section)) {
            throw new IllegalArgumentException("the runbook has no section " + section);
        }
        return first.get(section).stream().filter(on::contains).findFirst().map(other -> follow(other, on))
                .orElse(section);
    }
}
