package clinic.appointments.local.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.clock.LocalClock;
import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.gateway.ItemVersion;
import clinic.appointments.local.gateway.RecordedCall;
import clinic.appointments.local.gateway.TimedCall;
import clinic.appointments.local.gateway.UsedPermission;
import clinic.appointments.local.mail.Mail;
import clinic.appointments.local.policy.AccessDecision;
import clinic.appointments.local.schedule.Schedule;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.DeploymentReader;
import clinic.appointments.local.template.Table;
import com.fasterxml.jackson.databind.JsonNode;

/** A stage as it was when it was saved. */
final class SavedStage implements StageReading, StoredStage {

    private final SessionFile file;
    private final Session session;
    private final Deployment deployment;
    private final Topology topology;
    private final List<JsonNode> segments;
    private final List<LoggedLine> log;

    SavedStage(SessionFile file) {
        this.file = file;
        this.session = file.session();
        this.deployment = DeploymentReader.read(file.path(SessionFile.ASSEMBLY), session.stage(), session.gateway());
        this.topology = Topology.of(deployment);
        this.segments = lines(file.path(SessionFile.TRACES)).stream().map(AwsCalls::read).toList();
        this.log = new LogBook(file.path(SessionFile.LOGS), deployment.functions(), this::at).lines();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Deployment deployment() {
        return deployment;
    }

    @Override
    public Topology topology() {
        return topology;
    }

    @Override
    public URI api() {
        return session.api();
    }

    @Override
    public Instant now() {
        return session.savedAt();
    }

    @Override
    public Duration ahead() {
        return session.ahead();
    }

    @Override
    public Instant at(Instant realTime) {
        return LocalClock.at(session.runs(), realTime);
    }

    @Override
    public List<LoggedLine> log() {
        return log;
    }

    @Override
    public List<MessageTrail> messages(Predicate<MessageTrail> wanted) {
        return session.messages().stream().filter(wanted).toList();
    }

    @Override
    public List<Mail> mails() {
        return session.mails().reversed();
    }

    @Override
    public String file(Mail mail) {
        return file.text(SessionFile.MAIL + "/" + mail.messageId() + ".eml");
    }

    @Override
    public List<Schedule> schedules() {
        return session.schedules();
    }

    @Override
    public Map<String, Instant> recurring() {
        return session.recurring();
    }

    @Override
    public List<Due.Expiry> expiries() {
        return session.expiries();
    }

    @Override
    public List<TimedCall> calls(Predicate<RecordedCall> wanted) {
        return session.calls().stream().filter(timed -> wanted.test(timed.call())).toList();
    }

    @Override
    public Set<UsedPermission> permissionsUsed() {
        return session.permissionsUsed();
    }

    @Override
    public List<AccessDecision.Denied> denials() {
        return session.denials();
    }

    @Override
    public List<JsonNode> segments() {
        return segments;
    }

    @Override
    public long items(Table table) {
        return stored(table.id()).size();
    }

    @Override
    public List<JsonNode> firstItems(Table table, int limit) {
        return stored(table.id()).stream().limit(limit).map(Items::plain).toList();
    }

    @Override
    public Optional<JsonNode> item(Table table, String key) {
        return stored(table.id(), key).map(Items::plain);
    }

    @Override
    public List<JsonNode> stored(String tableId) {
        return session.items().getOrDefault(tableId, List.of());
    }

    @Override
    public Optional<JsonNode> stored(String tableId, String key) {
        Table table = table(tableId);
        return stored(tableId).stream().filter(item -> Items.key(table, item).equals(key)).findFirst();
    }

    @Override
    public List<ItemVersion> versions(Predicate<ItemVersion> wanted) {
        return session.versions().stream().filter(wanted).toList();
    }
}
