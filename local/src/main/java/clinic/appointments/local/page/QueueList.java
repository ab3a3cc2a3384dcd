package clinic.appointments.local.page;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.local.engine.MessageTrail;

/**
 * The queues, and the messages of the chosen one.
 *
 * @param figures of each queue, by its id
 * @param alarming ids of the queues with dead letters
 */
public record QueueList(Map<String, String> figures, List<String> alarming, Optional<Chosen> chosen) {

    private static final int SHOWN = 50;

    /**
     * The chosen queue.
     *
     * @param redrivable whether it holds the dead letters of another queue
     * @param present the messages in it, the oldest first
     * @param all how many are in it; the first of them are shown
     * @param gone the messages that were in it, the latest first
     */
    public record Chosen(String id, boolean redrivable, List<Row> present, int all, List<Row> gone) {
    }

    /**
     * A message.
     *
     * @param state what it is waiting for, or when it left
     * @param reason why the service parked it, or empty
     * @param actions what a person can do to it now
     */
    public record Row(String messageId, Instant sentAt, int attempts, String state, String reason, String body,
            String attributes, List<Action> actions) {

        static Row of(StageReading reading, MessageTrail message, Instant now) {
            return new Row(message.messageId(), message.sentAt(), message.receivedAt().size(), state(message, now),
                    message.attributes().getOrDefault(DeadLetters.PARKED, ""), Pretty.text(message.body()),
                    Pretty.lines(message.attributes()), MessageActions.of(reading, message));
        }

        private static String state(MessageTrail message, Instant now) {
            if (message.removedAt().isPresent()) {
                return "left " + Times.moment(message.removedAt().get());
            }
            String until = " until " + Times.moment(message.visibleFrom());
            return message.visibleFrom().isAfter(now)
                    ? (message.receivedAt().isEmpty() ? "delayed" : "in flight") + until
                    : "waiting";
        }
    }

    static QueueList of(StageReading reading, String chosen) {
        Figures figures = Figures.of(reading);
        List<Topology.Part> queues = queues(reading.topology());
        Map<String, String> texts = new LinkedHashMap<>();
        queues.forEach(queue -> texts.put(queue.id(), String.join(" · ", figures.of(queue))));
        return new QueueList(texts, queues.stream().filter(figures::alarming).map(Topology.Part::id).toList(),
                queues.stream().filter(queue -> queue.id().equals(chosen)).findFirst()
                        .map(queue -> choose(reading, queue)));
    }

    /** Each queue with its dead-letter queue, then the others. */
    private static List<Topology.Part> queues(Topology topology) {
        Stream<Topology.Part> pairs = topology.ofKind(Kind.QUEUE).stream().flatMap(queue -> Stream.concat(
                Stream.of(queue), topology.ways().stream().filter(way -> way.purpose() == Arrow.Purpose.BURY
                        && way.from().equals(queue.id())).map(way -> topology.part(way.to()))));
        return Stream.concat(pairs, topology.ofKind(Kind.DEAD_LETTERS).stream()).distinct().toList();
    }

    private static Chosen choose(StageReading reading, Topology.Part queue) {
        List<MessageTrail> all = reading.messages(message -> reading.queueId(message).equals(queue.id()));
        List<MessageTrail> present = all.stream().filter(MessageTrail::isPresent).toList();
        List<MessageTrail> gone = all.stream().filter(message -> !message.isPresent()).toList().reversed();
        return new Chosen(queue.id(), reading.isRedrivable(queue.id()), rows(reading, present),
                present.size(), rows(reading, gone));
    }

    private static List<Row> rows(StageReading reading, List<MessageTrail> messages) {
        Instant now = reading.now();
        return messages.stream().limit(SHOWN).map(message -> Row.of(reading, message, now)).toList();
    }
}
