package clinic.appointments.local.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.local.policy.AccessDecision;
import clinic.appointments.local.run.MessageOutcome.Category;

/**
 * The verdict on a run: every message must have its expected outcome, and no call may be denied.
 *
 * @param outcomes the outcomes of the messages, in the order of sending
 * @param denials the denied calls
 */
record Verdict(Map<SentMessage, MessageOutcome> outcomes, List<AccessDecision.Denied> denials) {

    /** The problem in one sentence; empty if there is none. */
    Optional<String> complaint() {
        List<String> complaints = new ArrayList<>();
        count(unexpected().size(), "message", " not as expected").ifPresent(complaints::add);
        count(denied().size(), "call", " denied").ifPresent(complaints::add);
        return Optional.of(String.join(", ", complaints)).filter(found -> !found.isEmpty())
                .map(found -> "The local run failed: " + found + "; the last lines of the output name them.");
    }

    /** All problems, one line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        unexpected().forEach((sent, outcome) -> lines.add("NOT AS EXPECTED: %s (%s) is %s, expected %s"
                .formatted(sent.name(), sent.requestId(), said(outcome), expected(sent))));
        lines.addAll(denied());
        return lines;
    }

    static boolean isExpected(SentMessage sent, MessageOutcome outcome) {
        return outcome.category() != Category.UNACCOUNTED && sent.sample().expects(outcome.receipt());
    }

    static String expected(SentMessage sent) {
        return sent.sample().expect().orElse("any receipt");
    }

    private static String said(MessageOutcome outcome) {
        return outcome.category() == Category.UNACCOUNTED ? Category.UNACCOUNTED.name() : outcome.receipt();
    }

    private static Optional<String> count(int number, String what, String how) {
        return number == 0
                ? Optional.empty()
                : Optional.of("%d %s%s%s".formatted(number, what, number == 1 ? "" : "s", how));
    }

    private Map<SentMessage, MessageOutcome> unexpected() {
        Map<SentMessage, MessageOutcome> unexpected = new LinkedHashMap<>(outcomes);
        unexpected.entrySet().removeIf(each -> isExpected(each.getKey(), each.getValue()));
        return unexpected;
    }

    private List<String> denied() {
        return denials.stream().map(denial -> "DENIED: role %s may not %s on %s".formatted(denial.roleId(),
                denial.action(), denial.resource())).distinct().toList();
    }
}
