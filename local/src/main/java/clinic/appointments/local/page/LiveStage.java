package clinic.appointments.local.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.gateway.ItemVersion;
import clinic.appointments.local.gateway.RecordedCall;
import clinic.appointments.local.gateway.TimedCall;
import clinic.appointments.local.gateway.UsedPermission;
import clinic.appointments.local.mail.Mail;
import clinic.appointments.local.policy.AccessDecision;
import clinic.appointments.local.schedule.Schedule;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.TableScan;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.Table;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A running stage. Reading leaves no trace: no call is recorded, no message counts as received, no function runs. */
final class LiveStage implements StageReading, StoredStage {

    private final LocalStage stage;
    private final Topology topology;
    private final LogBook log;
    private final Expiries expiries;

    LiveStage(LocalStage stage) {
        this.stage = stage;
        this.topology = Topology.of(stage.deployment());
        this.expiries = new Expiries(stage);
        this.log = new LogBook(stage.logDirectory(), stage.deployment().functions(), stage.clock()::at);
    }

    @Override
    public Deployment deployment() {
        return stage.deployment();
    }

    @Override
    public Topology topology() {
        return topology;
    }

    @Override
    public URI api() {
        return stage.api();
    }

    @Override
    public Instant now() {
        return stage.clock().instant();
    }

    @Override
    public Duration ahead() {
        return stage.clock().ahead();
    }

    @Override
    public Instant at(Instant realTime) {
        return stage.clock().at(realTime);
    }

    @Override
    public List<LoggedLine> log() {
        return log.lines();
    }

    @Override
    public List<MessageTrail> messages(Predicate<MessageTrail> wanted) {
        return stage.messages().matching(wanted);
    }

    @Override
    public List<Mail> mails() {
        return stage.mails().reversed();
    }

    @Override
    public String file(Mail mail) {
        try {
            return Files.readString(stage.directory().mail().resolve(mail.messageId() + ".eml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Schedule> schedules() {
        return stage.schedules();
    }

    @Override
    public Map<String, Instant> recurring() {
        return stage.recurring().entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().id(), Map.Entry::getValue));
    }

    @Override
    public List<Due.Expiry> expiries() {
        return expiries.read();
    }

    @Override
    public List<TimedCall> calls(Predicate<RecordedCall> wanted) {
        return stage.gateway().calls().timedCalls(wanted);
    }

    @Override
    public Set<UsedPermission> permissionsUsed() {
        return stage.gateway().calls().permissionsUsed();
    }

    @Override
    public List<AccessDecision.Denied> denials() {
        return stage.gateway().calls().denials();
    }

    @Override
    public List<JsonNode> segments() {
        return stage.traces();
    }

    @Override
    public long items(Table table) {
        return stage.dynamoDb("DescribeTable", request(table)).path("Table").path("ItemCount").asLong();
    }

    @Override
    public List<JsonNode> firstItems(Table table, int limit) {
        return stage.dynamoDb("Scan", request(table).put("Limit", limit)).path("Items").valueStream()
                .map(Items::plain).toList();
    }

    @Override
    public Optional<JsonNode> item(Table table, String key) {
        return stored(table.id(), key).map(Items::plain);
    }

    @Override
    public List<JsonNode> stored(String tableId) {
        return TableScan.items(stage, table(tableId).name());
    }

    @Override
    public Optional<JsonNode> stored(String tableId, String key) {
        Table table = table(tableId);
        ObjectNode request = request(table).put("ConsistentRead", true);
        request.putObject("Key").putObject(table.keyName()).put("S", key);
        return stage.dynamoDb("GetItem", request).optional("Item");
    }

    @Override
    public List<ItemVersion> versions(Predicate<ItemVersion> wanted) {
        return stage.gateway().calls().versions(wanted);
    }

    private static ObjectNode request(Table table) {
        return AwsCalls.body().put("TableName", table.name());
    }
}
