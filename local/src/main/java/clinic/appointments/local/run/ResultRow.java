package clinic.appointments.local.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A row of the table of results: a message, or copies of a sample that followed each other and ended alike.
 *
 * @param first the message, or the first of the copies
 * @param last the last of the copies, or the message
 * @param outcome description, and what was expected if it was another
 * @param color of the outcome
 */
record ResultRow(SentMessage first, SentMessage last, String outcome, Screen.Color color) {

    /** The rows, in the order of sending. */
    static List<ResultRow> of(Map<SentMessage, MessageOutcome> outcomes) {
        List<ResultRow> rows = new ArrayList<>();
        outcomes.forEach((sent, outcome) -> {
            ResultRow row = new ResultRow(sent, sent, text(sent, outcome), color(sent, outcome));
            if (!rows.isEmpty() && rows.getLast().isContinuedBy(row)) {
                row = new ResultRow(rows.removeLast().first, sent, row.outcome, row.color);
            }
            rows.add(row);
        });
        return rows;
    }

    private static String text(SentMessage sent, MessageOutcome outcome) {
        return Verdict.isExpected(sent, outcome) ? outcome.text()
                : outcome.text() + "  <-- EXPECTED " + Verdict.expected(sent);
    }

    private static Screen.Color color(SentMessage sent, MessageOutcome outcome) {
        if (!Verdict.isExpected(sent, outcome)) {
            return Screen.Color.RED;
        }
        return switch (outcome.category()) {
            case ACCEPTED -> Screen.Color.GREEN;
            case REJECTED, PARKED -> Screen.Color.YELLOW;
            case REPEATED -> Screen.Color.CYAN;
            case UNACCOUNTED -> Screen.Color.RED;
        };
    }

    private boolean isContinuedBy(ResultRow next) {
        return next.first.sample().name().equals(last.sample().name()) && next.first.copy() == last.copy() + 1
                && next.outcome.equals(outcome);
    }

    /** Name of the sample, with the numbers of the copies if there are several. */
    String event() {
        return first.equals(last) ? first.name() : first.name() + " to #" + last.copy();
    }

    /** Id of the request, or the first and the last id. */
    String request() {
        return first.requestId().equals(last.requestId()) ? first.requestId()
                : first.requestId() + " to " + last.requestId();
    }
}
