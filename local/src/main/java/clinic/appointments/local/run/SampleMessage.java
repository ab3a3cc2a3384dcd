package clinic.appointments.local.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One message to send, from a file of the events folder.
 *
 * @param name name in the report
 * @param queueId logical id of the queue
 * @param copies number of times to send it
 * @param after time by which the clock runs ahead first, when all earlier messages are done; empty to send it at once
 * @param expect the expected receipt, with {@code |} between alternatives
 */
record SampleMessage(String name, String queueId, String body, Map<String, String> attributes, int copies,
        Optional<Duration> after, Optional<String> expect) {

    /** One of its copies, counted from 1; several copies differ only in the placeholder <code>${copy}</code>. */
    SampleMessage copy(int number) {
        return copies == 1 ? this
                : new SampleMessage(name, queueId, body.replace(Placeholders.COPY, Integer.toString(number)),
                        attributes, copies, after, expect);
    }

    /** Whether a receipt is the expected one. */
    boolean expects(String receipt) {
        return expect.map(expected -> List.of(expected.split("\\|")).contains(receipt)).orElse(true);
    }

    /** Without the body, which may contain personal data. */
    @Override
    public String toString() {
        return "SampleMessage[" + name + "]";
    }
}
