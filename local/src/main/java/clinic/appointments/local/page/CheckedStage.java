package clinic.appointments.local.page;

import java.time.Instant;
import java.util.List;

import clinic.appointments.local.page.Invariants.Finding;

/**
 * The verdict on a stage.
 *
 * @param at time of the look, by the local clock
 * @param findings one for each invariant
 */
public record CheckedStage(Instant at, List<Finding> findings) {

    /** Whether every invariant holds. */
    public boolean isGreen() {
        return findings.stream().allMatch(Finding::holds);
    }

    /** The verdict in one line, then what is broken. */
    public String text() {
        StringBuilder text = new StringBuilder(color()).append(": ").append(title());
        findings.stream().filter(finding -> !finding.holds()).forEach(finding -> {
            text.append("\nbroken: ").append(finding.invariant());
            finding.broken().forEach(line -> text.append("\n  ").append(line));
        });
        return text.toString();
    }

    /** The verdict in one line. */
    public String title() {
        long broken = findings.stream().filter(finding -> !finding.holds()).count();
        return isGreen() ? "all %d invariants hold".formatted(findings.size())
                : "%d of %d invariants broken".formatted(broken, findings.size());
    }

    /** Green or red. */
    public String color() {
        return isGreen() ? "green" : "red";
    }
}
