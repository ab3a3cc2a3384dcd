package clinic.appointments.local.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import clinic.appointments.contract.QueueName;
import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.mail.Mail;
import clinic.appointments.local.page.SentEvents;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.template.Queue;
import clinic.appointments.local.template.Role;

/**
 * What people have sent to a stage, to its API and to its queues, as a file that plays it again. What the service, its
 * schedules and the sent e-mails bring about comes again by itself.
 */
public final class StageEvents implements SentEvents {

    private static final String API = "apigateway.amazonaws.com";
    private static final String OPERATOR = "operator";
    private static final int ALMOST_A_SECOND = 999;

    private final LocalStage stage;
    private final Map<String, QueueName> queues;
    private final Set<String> people;

    private StageEvents(LocalStage stage) {
        this.stage = stage;
        Map<String, String> names = stage.deployment().queues().stream()
                .collect(Collectors.toMap(Queue::id, Queue::name));
        this.queues = Arrays.stream(QueueName.values())
                .collect(Collectors.toMap(queue -> names.get(queue.id()), queue -> queue));
        this.people = new HashSet<>(stage.deployment().roles().stream()
                .filter(role -> role.trustedServices().contains(API)).map(Role::id).toList());
        people.add(OPERATOR);
    }

    /** The events of a stage. */
    public static StageEvents of(LocalStage stage) {
        return new StageEvents(stage);
    }

    @Override
    public String json() {
        Set<String> letters = stage.mails().stream().map(Mail::messageId).collect(Collectors.toSet());
        List<MessageTrail> sent = stage.messages().matching(message -> isOfPeople(message)
                && !isAboutALetter(message, letters));
        StoredReceipts receipts = StoredReceipts.of(stage);
        List<RecordedEvent> events = new ArrayList<>();
        for (MessageTrail message : sent) {
            events.add(event(message, after(sent.subList(0, events.size()), message), receipts));
        }
        return RecordedEvent.file(events, sent.stream().findFirst().map(this::date).orElse(LocalDate.EPOCH));
    }

    private boolean isOfPeople(MessageTrail message) {
        return queues.containsKey(message.queue())
                && stage.gateway().calls().senderOf(message.messageId()).filter(people::contains).isPresent();
    }

    private boolean isAboutALetter(MessageTrail message, Set<String> letters) {
        return queues.get(message.queue()) == QueueName.MAIL_EVENT
                && letters.stream().anyMatch(message.body()::contains);
    }

    /** The date on which it was sent in real time: that on which it is played stands in for it. */
    private LocalDate date(MessageTrail message) {
        return LocalDate.ofInstant(message.sentAt().minus(stage.clock().aheadAt(message.sentAt())),
                SampleMessages.ZONE);
    }

    /**
     * By how much the clock was run ahead when the earlier messages were done: playing waits for them, with all runs
     * of the clock that they need. Empty to send it at once, as it was sent while they were under way.
     */
    private Optional<Duration> after(List<MessageTrail> earlier, MessageTrail message) {
        Instant since = earlier.stream()
                .map(each -> isDone(each, message.sentAt()) ? each.removedAt().orElseThrow() : each.sentAt())
                .max(Instant::compareTo).orElse(Instant.MIN);
        Duration run = stage.clock().aheadAt(message.sentAt()).minus(stage.clock().aheadAt(since));
        boolean atOnce = earlier.isEmpty() || !earlier.stream().allMatch(each -> isDone(each, message.sentAt()));
        return run.isZero() && atOnce ? Optional.empty()
                : Optional.of(Duration.ofSeconds(run.plusMillis(ALMOST_A_SECOND).toSeconds()));
    }

    private static boolean isDone(MessageTrail message, Instant when) {
        return message.removedAt().filter(removed -> !removed.isAfter(when)).isPresent();
    }

    private RecordedEvent event(MessageTrail message, Optional<Duration> after, StoredReceipts receipts) {
        QueueName queue = Objects.requireNonNull(queues.get(message.queue()));
        SentMessage sent = new SentMessage(new SampleMessage("", queue.id(), message.body(), message.attributes(), 1,
                after, Optional.empty()), 1, message.messageId());
        Optional<String> outcome = sent.isRequest() ? receipts.outcome(sent) : byQueue(message);
        return new RecordedEvent(name(sent), queue, message.body(), attributes(sent), after, outcome);
    }

    private static String name(SentMessage sent) {
        String type = sent.field("type").orElse("message");
        return sent.isRequest() ? type + " " + sent.requestId() : type;
    }

    /** Messages without a receipt are done when they are in no queue any more. */
    private Optional<String> byQueue(MessageTrail message) {
        Optional<String> reason = stage.messages().matching(MessageTrail::isPresent).stream()
                .filter(each -> each.attributes().containsKey("parkedReason") && each.body().equals(message.body()))
                .findFirst().map(each -> each.attributes().get("parkedReason"));
        boolean isElsewhere = stage.messages().matching(MessageTrail::isPresent).stream()
                .anyMatch(each -> each.messageId().equals(message.messageId()));
        return isElsewhere ? Optional.empty() : Optional.of(reason.map("PARKED:"::concat).orElse("ACCEPTED"));
    }

    /** A request without an id has that of its message, which the next appointment may be named after. */
    private static Map<String, String> attributes(SentMessage sent) {
        Map<String, String> attributes = new TreeMap<>(sent.sample().attributes());
        if (sent.isRequest() && sent.requestId().equals(sent.messageId())) {
            attributes.put("requestId", sent.messageId());
        }
        return attributes;
    }
}
