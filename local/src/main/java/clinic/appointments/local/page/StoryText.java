package clinic.appointments.local.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A story as a text for a terminal. */
final class StoryText {

    private static final String INDENT = "      ";

    private StoryText() {
    }

    static String of(Story story) {
        if (!story.isKnown()) {
            return "Nothing names the id " + story.id()
                    + ": no message, no log line, no letter, no schedule and no appointment.";
        }
        List<String> lines = new ArrayList<>(List.of("Story of " + story.id()));
        story.decision().ifPresent(decision -> lines.add(text(decision)));
        lines.add("");
        story.entries().forEach(entry -> lines.add(text(entry)));
        story.items().forEach(item -> lines.add("\nStored in " + item.table() + "\n" + indented(item.item())));
        return String.join("\n", lines);
    }

    private static String text(Story.Decision decision) {
        List<String> parts = new ArrayList<>(List.of(
                (decision.outcome().kind() + " " + decision.outcome().reason()).strip() + ". " + decision.sentence()));
        if (!decision.rule().isEmpty()) {
            parts.add("Rule: " + decision.rule()
                    + (decision.setting().isEmpty() ? "" : " (setting " + decision.setting() + ")"));
        }
        return String.join("\n", parts);
    }

    private static String text(StoryEntry entry) {
        String line = "%s  %-8s  %s".formatted(Times.precise(entry.at()), entry.kind(), entry.title());
        return entry.detail().isEmpty() ? line : line + "\n" + indented(entry.detail());
    }

    private static String indented(String text) {
        return text.lines().map(line -> INDENT + line).collect(Collectors.joining("\n"));
    }
}
