package clinic.appointments.local.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One message to send, from a file of the events folder.
 *
 * @param name for a person to recognize it by
 * @param queueId construct id of the queue
 * @param copies how many times it is sent
 * @param after how far the clock runs ahead before, once all others are done with; empty when it does not wait for them
 * @param expect what its receipt must say, {@code |} between alternatives
 */
record SampleMessage(String name, String queueId, String body, Map<String, String> attributes, int copies,
        Optional<Duration> after, Optional<String> expect) {

    /** One of its copies, counted from 1: only the placeholder <code>${copy}</code> makes it differ from the others. */
    SampleMessage copy(int number) {
        return new SampleMessage(name, queueId, body.replace(Placeholders.COPY, Integer.toString(number)), attributes,
                copies,
                after, expect);
    }

    /** Whether a receipt says what is expected of this message. */
    boolean expects(String receipt) {
        return expect.map(expected -> List.of(expected.split("\\|")).contains(receipt)).orElse(true);
    }

    /** Without the body, which may hold personal data. */
    @Override
    public String toString() {
        return "SampleMessage[" + name + "]";
    }
}
