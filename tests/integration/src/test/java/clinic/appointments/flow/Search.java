package clinic.appointments.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.contract.PatientsTable;
import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.gateway.RecordedCall;
import clinic.appointments.local.mail.Mail;
import clinic.appointments.local.schedule.Schedule;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.QueuedMessage;
import clinic.appointments.local.stage.TableScan;
import clinic.appointments.local.template.Table;
import clinic.appointments.message.IncomingMessage;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Looks into everything of a stage that keeps anything.
 *
 * @param lettersSkipped how many letters, oldest first, are nobody's business: they were sent and are with the patient
 */
record Search(LocalStage stage, int lettersSkipped) {

    /** Beginnings of the roles by which messages come from outside. */
    private static final List<String> CLIENTS = List.of("operator", "AppointmentApi");

    Search(LocalStage stage) {
        this(stage, 0);
    }

    Search withoutLetters(int oldest) {
        return new Search(stage, oldest);
    }

    /** Where any of the texts is. */
    List<String> forAny(List<String> texts) {
        return kept().entrySet().stream().filter(kept -> texts.stream().anyMatch(kept.getValue()::contains))
                .map(Map.Entry::getKey).toList();
    }

    Stream<JsonNode> table(String id) {
        return stage.deployment().tables().stream().filter(table -> table.id().equals(id)).flatMap(this::items);
    }

    /** What is kept neither for the patient nor about the patient: all but items, queued bodies and letters. */
    Map<String, String> outside() {
        Map<String, String> outside = kept();
        outside.keySet().removeAll(List.of(AppointmentsTable.ID, PatientsTable.ID, "letters"));
        stage.deployment().queues().forEach(queue -> outside.put(queue.id(),
                joined(stage.deadLetters(queue.id()).stream().map(QueuedMessage::attributes))));
        outside.put("attributes", joined(messages(_ -> true).map(MessageTrail::attributes)));
        outside.put("internal messages", joined(messages(this::isInternal).map(MessageTrail::body)));
        outside.put("resources named in calls",
                joined(stage.gateway().calls().calls(_ -> true).stream().map(RecordedCall::resources)));
        outside.put("tags", joined(stage.mails().stream().map(letter -> letter.tracking().tags())));
        return outside;
    }

    private Stream<MessageTrail> messages(Predicate<MessageTrail> wanted) {
        return stage.messages().matching(wanted).stream();
    }

    /** Sent by a function, or by a schedule that a function has made; what is parked keeps the body of its client. */
    private boolean isInternal(MessageTrail message) {
        return !message.attributes().containsKey(IncomingMessage.PARKED_REASON)
                && stage.gateway().calls().senderOf(message.messageId())
                        .filter(sender -> CLIENTS.stream().noneMatch(sender::startsWith)).isPresent();
    }

    /** By the place. */
    Map<String, String> kept() {
        Map<String, String> kept = new TreeMap<>();
        stage.deployment().tables().forEach(table -> kept.put(table.id(), joined(items(table))));
        stage.deployment().queues().forEach(queue -> kept.put(queue.id(),
                joined(stage.deadLetters(queue.id()).stream().flatMap(Search::parts))));
        kept.put("schedules", joined(stage.schedules().stream().map(Schedule::request)));
        kept.put("traces", stage.traces().toString());
        kept.put("letters", joined(stage.mails().stream().skip(lettersSkipped).flatMap(Search::parts)));
        kept.put("logs", logs());
        return kept;
    }

    private static Stream<Object> parts(QueuedMessage message) {
        return Stream.of(message.body(), message.attributes());
    }

    private static Stream<Object> parts(Mail letter) {
        return Stream.of(letter.to(), letter.subject(), letter.text(), letter.html());
    }

    private Stream<JsonNode> items(Table table) {
        return TableScan.items(stage, table.name()).stream();
    }

    private String logs() {
        try (Stream<Path> files = Files.list(stage.logDirectory())) {
            return joined(files.filter(Files::isRegularFile).map(Search::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String joined(Stream<?> parts) {
        return parts.map(Object::toString).collect(Collectors.joining("\n"));
    }
}
