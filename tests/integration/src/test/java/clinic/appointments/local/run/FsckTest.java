package clinic.appointments.local.run;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.contract.QueueName;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.process.ChildProcess;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The check of calendars, as a process beside a stage: finds planted differences, mends them, and finds none. */
@ExtendWith(StageExtension.class)
class FsckTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Far ahead, where no other test leaves anything. */
    private static final int DAYS_AHEAD = 55;
    private static final URI PAGE = URI.create("http://127.0.0.1:1");

    private final LocalStage stage;
    private final String name = "fsck-" + UUID.randomUUID().toString().substring(0, 12);
    private final LocalDate date;

    private record Ended(int status, String output, String errors) {
    }

    FsckTest(LocalStage stage) {
        this.stage = stage;
        this.date = LocalDate.ofInstant(stage.clock().instant(), ZoneOffset.UTC).plusDays(DAYS_AHEAD);
    }

    @Test
    void reportsAndMendsPlantedDifferences() throws InterruptedException, IOException {
        book();
        KeptStage.of(stage, PAGE).publish(stage.directory().path());
        assertThat(fsck()).isEqualTo(new Ended(0, counts(0, 0, 0), ""));

        plant();
        Ended found = fsck();
        assertThat(found.status()).isEqualTo(1);
        assertThat(found.output()).endsWith(counts(1, 1, 2)).contains(
                "different resource#room:%1$s#%2$s: missing [%1$s], of no appointment []".formatted(name, date),
                "different resource#room:nobody-%1$s#%2$s: missing [], of no appointment [%1$s]".formatted(name, date));
        assertThat(found.errors())
                .isEqualTo("Calendars differ from appointments or blocks: -Dmend writes the calendars anew.");

        Ended mended = fsck("mend");
        assertThat(mended.errors()).isEmpty();
        assertThat(mended.output()).contains("mended resource#room:" + name).endsWith(counts(0, 0, 0));
        assertThat(fsck()).isEqualTo(new Ended(0, counts(0, 0, 0), ""));
    }

    @Test
    void saysInOneSentenceThatNoStageIsKept(@TempDir Path elsewhere) throws InterruptedException, IOException {
        assertThat(ended(new ProcessBuilder(command(List.of())).directory(elsewhere.toFile()))).isEqualTo(new Ended(1,
                "", "No local stage is kept: start one with mvn -ntp -Plocal -Dkeep, or name tables in AWS with "
                        + "-Dappointments, -Dcalendars and -Dresources."));
    }

    @Test
    void saysInOneSentenceThatTablesInAwsCannotBeRead() throws InterruptedException, IOException {
        ProcessBuilder program = new ProcessBuilder(
                command(List.of("-Dappointments=none", "-Dcalendars=none", "-Dresources=none")));
        program.environment().putAll(KeptStage.of(stage, PAGE).environment());
        assertThat(ended(program)).isEqualTo(
                new Ended(1, "", "DynamoDB refuses: Cannot do operations on a non-existent table"));

        program.environment().put("AWS_ENDPOINT_URL", "http://127.0.0.1:9");
        assertThat(ended(program).errors()).startsWith("DynamoDB cannot be called: ").hasLineCount(1);
    }

    private static String counts(int missing, int unowned, int days) {
        return ("missing claims: %d%nclaims of no appointment: %d%nmissing entries of blocks: 0%n"
                + "entries of no active block: 0%ncalendar days that differ: %d").formatted(missing, unowned, days);
    }

    private void book() throws InterruptedException {
        send(JSON.createObjectNode().put("type", "REGISTER_PATIENT").put("patientId", name)
                .put("firstName", "Testname").put("lastName", "Testfamily").put("email", name + "@example.org"));
        stage.awaitIdle();
        ObjectNode booking = JSON.createObjectNode().put("requestId", name).put("patientId", name)
                .put("appointmentDate", date.toString()).put("startTime", "12:00").put("endTime", "12:30");
        booking.putArray("resourceIds").add("room:" + name);
        send(booking);
        stage.awaitIdle();
    }

    private void send(ObjectNode body) {
        stage.send(QueueName.REQUEST.id(), body.toString(), Map.of());
    }

    /** Removes the room's day, and gives its claim to a room that the appointment does not have. */
    private void plant() {
        ObjectNode key = JSON.createObjectNode();
        key.putObject(CalendarsTable.KEY).put("S", "resource#room:%s#%s".formatted(name, date));
        JsonNode removed = stage.dynamoDb("DeleteItem", request("Key", key).put("ReturnValues", "ALL_OLD"))
                .path("Attributes");
        ObjectNode stray = removed.deepCopy();
        stray.putObject(CalendarsTable.KEY).put("S", "resource#room:nobody-%s#%s".formatted(name, date));
        stage.dynamoDb("PutItem", request("Item", stray));
    }

    private ObjectNode request(String field, ObjectNode value) {
        ObjectNode request = JSON.createObjectNode().put("TableName", KeptStage.of(stage, PAGE).tables().calendars());
        request.set(field, value);
        return request;
    }

    private Ended fsck(String... flags) throws InterruptedException, IOException {
        List<String> options = new ArrayList<>(List.of("-Dfrom=" + date));
        for (String flag : flags) {
            options.add("-D" + flag + "=true");
        }
        return ended(new ProcessBuilder(command(options)));
    }

    private static List<String> command(List<String> options) {
        List<String> command = new ArrayList<>(List.of(ChildProcess.java(), "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Fsck.class.getName()));
        return command;
    }

    private static Ended ended(ProcessBuilder program) throws InterruptedException, IOException {
        Process process = program.start();
        String output = text(process.getInputStream().readAllBytes());
        String errors = text(process.getErrorStream().readAllBytes());
        return new Ended(process.waitFor(), output, errors);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
