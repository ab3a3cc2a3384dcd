package clinic.appointments.local.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.contract.QueueName;
import clinic.appointments.local.run.MessageOutcome.Category;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Copies that end alike share a row; what differs is never hidden. */
class ResultRowTest {

    private final Map<SentMessage, MessageOutcome> outcomes = new LinkedHashMap<>();

    @Test
    void joinsCopiesThatFollowEachOtherAndEndAlike() {
        send("move", 1, "booked");
        send("move", 2, "booked");
        send("move", 3, "booked");
        assertThat(rows()).containsExactly("move #1 to #3 | move-1 to move-3 | booked");
    }

    @Test
    void keepsApartWhatEndsOtherwiseOrIsAnotherSample() {
        send("move", 1, "booked");
        send("move", 2, "refused");
        send("move", 3, "booked");
        send("other", 1, "booked");
        assertThat(rows()).containsExactly("move #1 | move-1 | booked", "move #2 | move-2 | refused",
                "move #3 | move-3 | booked", "other #1 | other-1 | booked");
    }

    @Test
    void saysWhatWasExpected() {
        outcomes.put(sent("move", 1, Optional.of("REJECTED:SLOT_TAKEN")),
                new MessageOutcome(Category.ACCEPTED, "ACCEPTED", "booked"));
        assertThat(rows()).containsExactly("move #1 | move-1 | booked  <-- EXPECTED REJECTED:SLOT_TAKEN");
    }

    private void send(String name, int copy, String text) {
        outcomes.put(sent(name, copy, Optional.empty()), new MessageOutcome(Category.ACCEPTED, "ACCEPTED", text));
    }

    private static SentMessage sent(String name, int copy, Optional<String> expected) {
        SampleMessage sample = new SampleMessage(name, QueueName.REQUEST.id(),
                "{\"requestId\":\"" + name + "-" + copy + "\"}", Map.of(), 9, Optional.empty(), expected);
        return new SentMessage(sample, copy, "message");
    }

    private Iterable<String> rows() {
        return ResultRow.of(outcomes).stream()
                .map(row -> row.event() + " | " + row.request() + " | " + row.outcome()).toList();
    }
}
