package clinic.appointments.preflight;

import java.util.List;
import java.util.stream.Collectors;

/** The findings as a table for people: one line each, and the remedy below what is missing. */
record FindingTable(String stage, List<Finding> findings) {

    String text() {
        return "Preflight of stage " + stage + "\n\n"
                + findings.stream().map(this::lines).collect(Collectors.joining()) + "\n" + summary() + "\n";
    }

    private String lines(Finding finding) {
        return "%-8s %-28s %s%n%s".formatted(finding.isMissing() ? "missing" : "ok", finding.subject(), finding.seen(),
                finding.remedy().map(remedy -> "         %-28s -> %s%n".formatted("", remedy)).orElse(""));
    }

    private String summary() {
        var missing = findings.stream().filter(Finding::isMissing).count();
        return missing == 0 ? "Nothing is missing." : missing + " of " + findings.size() + " are missing.";
    }
}
