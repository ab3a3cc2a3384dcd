package clinic.appointments.local.run;

import java.util.Map;

/**
 * One message to send, from a file of the events folder.
 *
 * @param name
 *            for a person to recognize it by
 * @param queueId
 *            construct id of the queue
 * @param copies
 *            how many times it is sent
 */
record SampleMessage(String name, String queueId, String body, Map<String, String> attributes, int copies) {

    /** Without the body, which may hold personal data. */
    @Override
    public String toString() {
        return "SampleMessage[" + name + "]";
    }
}
