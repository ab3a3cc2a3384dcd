package clinic.appointments.local.page;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.mail.Mail;
import clinic.appointments.local.schedule.Schedule;

/** Finds the story of an id in everything that the stage keeps. */
final class StoryFinder {

    private final StageReading reading;
    private final RuleBook rules;
    private final String id;
    private final List<LoggedLine> lines;
    private final Set<String> ids;
    private final List<MessageTrail> messages;

    StoryFinder(StageReading reading, RuleBook rules, String id) {
        this.reading = reading;
        this.rules = rules;
        this.id = id;
        List<LoggedLine> log = reading.log();
        Set<String> correlations = log.stream().filter(line -> line.names(id))
                .flatMap(line -> line.field("correlation_id").stream()).collect(Collectors.toSet());
        this.lines = log.stream().filter(line -> line.names(id)
                || line.field("correlation_id").filter(correlations::contains).isPresent()).toList();
        this.ids = new TreeSet<>(correlations);
        ids.add(id);
        Set<String> logged = values("message_id");
        this.messages = reading.messages(message -> logged.contains(message.messageId()) || names(message));
    }

    Story story() {
        List<StoryEntry> entries = Stream.of(lines.stream().map(this::entry), messages.stream().flatMap(this::entries),
                letters(), schedules(), changes()).flatMap(part -> part).sorted(Comparator.comparing(StoryEntry::at))
                .toList();
        return new Story(id, decision(), receipt(), items(), entries,
                Waterfall.of(new Spans(reading, values("xray_trace_id"), ids).of(messages)));
    }

    private Set<String> values(String key) {
        return lines.stream().flatMap(line -> line.field(key).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a body or an attribute is or contains one of the ids as a whole text. */
    private boolean names(MessageTrail message) {
        return ids.stream().anyMatch(each -> message.messageId().equals(each)
                || message.attributes().containsValue(each) || message.body().contains('"' + each + '"'));
    }

    private Optional<Story.Decision> decision() {
        List<LoggedLine> own = lines.stream().filter(this::isOfRequest).toList();
        List<Outcome> outcomes = (own.isEmpty() ? lines : own).stream().flatMap(line -> Outcome.of(line).stream())
                .toList();
        return outcomes.stream().filter(Outcome::isRejection).findFirst()
                .or(() -> outcomes.stream().filter(outcome -> outcome.style().equals("bad")).findFirst())
                .or(() -> outcomes.stream().findFirst())
                .map(outcome -> Story.Decision.of(outcome, rules.of(outcome.reason())));
    }

    /** An appointment has the lines of other requests as well. */
    private boolean isOfRequest(LoggedLine line) {
        return Stream.of("request_id", "correlation_id", "message_id").map(line::field)
                .anyMatch(field -> field.filter(id::equals).isPresent());
    }

    /** A receipt belongs to the client that chose the id of the request. */
    private Optional<URI> receipt() {
        return lines.stream().filter(line -> line.fields().containsKey("request_id")).findFirst()
                .map(line -> URI.create("%s/support/requests/%s?client=%s".formatted(reading.api(),
                        Visit.encode(line.field("request_id").get()), Visit.encode(line.field("client").orElse("")))));
    }

    /** The keys of the items that the story is about. */
    private Stream<String> keys() {
        Set<String> keys = values("appointment_id");
        keys.add(id);
        return keys.stream().filter(key -> !key.isEmpty());
    }

    private Stream<StoryEntry> changes() {
        return keys().flatMap(key -> reading.deployment().tables().stream()
                .flatMap(table -> new ItemChanges(reading, table, key).entries()));
    }

    private List<Story.Stored> items() {
        return keys().flatMap(key -> reading.itemsUnder(key).entrySet().stream())
                .map(item -> new Story.Stored(item.getKey(), Pretty.json(item.getValue()))).toList();
    }

    private StoryEntry entry(LoggedLine line) {
        String outcome = Outcome.of(line).map(found -> found.kind() + (found.reason().isEmpty() ? ""
                : ": " + found.reason())).orElse(line.level());
        return StoryEntry.of(line.at(), "log", "%s: %s (%s)".formatted(line.function(), line.text(), outcome),
                Pretty.lines(line.fields())).styled(Outcome.of(line).map(Outcome::style).orElse(""));
    }

    private Stream<StoryEntry> entries(MessageTrail message) {
        String queue = reading.queueId(message);
        String link = "/queues?at=" + queue;
        List<StoryEntry> entries = new ArrayList<>();
        entries.add(StoryEntry.of(message.sentAt(), "message", "into " + queue,
                message.messageId() + "\n" + Pretty.text(message.body()) + "\n" + Pretty.lines(message.attributes()))
                .linked(link));
        List<Instant> receives = message.receivedAt();
        for (int attempt = 1; attempt <= receives.size(); attempt++) {
            entries.add(StoryEntry.of(receives.get(attempt - 1), "receive",
                    "received from %s, attempt %d, after %s".formatted(queue, attempt, Times.text(Duration
                            .between(attempt == 1 ? message.sentAt() : receives.get(attempt - 2),
                                    receives.get(attempt - 1)))),
                    message.messageId()));
        }
        message.removedAt().ifPresent(at -> entries
                .add(StoryEntry.of(at, "done", "out of " + queue, message.messageId())));
        return entries.stream();
    }

    private Stream<StoryEntry> letters() {
        Set<String> sent = values("ses_message_id");
        return reading.mails().stream().filter(mail -> sent.contains(mail.messageId()) || names(mail))
                .map(this::entry);
    }

    private StoryEntry entry(Mail mail) {
        return StoryEntry.of(reading.sentAt(mail), "letter",
                "“%s” to %s".formatted(mail.subject(), String.join(", ", mail.to())), mail.text())
                .linked("/inbox?at=" + mail.messageId());
    }

    /** The calendar entry is named after the appointment; tags and headers may carry a correlation id. */
    private boolean names(Mail mail) {
        return ids.stream().anyMatch(each -> mail.tracking().tags().containsValue(each)
                || mail.headers().stream().anyMatch(header -> header.value().contains(each))
                || mail.attachments().stream().anyMatch(file -> file.content().contains("UID:" + each + "@")));
    }

    private Stream<StoryEntry> schedules() {
        return reading.schedules().stream().filter(this::names).map(schedule -> StoryEntry.of(schedule.dueAt(),
                "schedule", "due: " + schedule.name(), Pretty.text(schedule.input())).styled("ahead"));
    }

    private boolean names(Schedule schedule) {
        return ids.stream().anyMatch(each -> schedule.input().contains('"' + each + '"'));
    }
}
