package clinic.appointments.local.page;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Collectors;

import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.gateway.ItemVersion;
import clinic.appointments.local.gateway.TimedCall;
import clinic.appointments.local.gateway.UsedPermission;
import clinic.appointments.local.mail.Mail;
import clinic.appointments.local.policy.AccessDecision;
import clinic.appointments.local.schedule.Schedule;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.TableScan;
import clinic.appointments.local.template.Table;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a stage held when it was saved, apart from the files of its run.
 *
 * @param gateway address with which the URLs of its queues begin
 * @param savedAt time of its clock
 * @param runs by how much its clock was ahead, from each instant of real time at which it was run
 * @param mails oldest first
 * @param recurring the times at which the recurring schedules were due next, by their ids
 * @param expiries when items expire, one for each table with a time to live
 * @param items items of the tables in DynamoDB's JSON, by the table's logical id
 * @param versions items as calls have left them, oldest first
 */
record Session(String stage, URI api, URI gateway, Instant savedAt, Duration ahead,
        NavigableMap<Instant, Duration> runs, List<MessageTrail> messages, List<Mail> mails, List<Schedule> schedules,
        Map<String, Instant> recurring, List<Due.Expiry> expiries,
        List<TimedCall> calls, Set<UsedPermission> permissionsUsed, List<AccessDecision.Denied> denials,
        Map<String, List<JsonNode>> items, List<ItemVersion> versions) {

    static Session of(LocalStage stage) {
        StageReading live = new LiveStage(stage);
        return new Session(stage.deployment().stage(), stage.api(), stage.gateway().address(),
                stage.clock().instant(), stage.clock().ahead(), stage.clock().runs(),
                stage.messages().matching(_ -> true), stage.mails(), stage.schedules(),
                live.recurring(), live.expiries(),
                stage.gateway().calls().timedCalls(_ -> true), stage.gateway().calls().permissionsUsed(),
                stage.gateway().calls().denials(), stage.deployment().tables().stream()
                        .collect(Collectors.toMap(Table::id, table -> TableScan.items(stage, table.name()))),
                stage.gateway().calls().versions(_ -> true));
    }
}
