package clinic.appointments.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.LogEvent;
import clinic.appointments.contract.MetricName;
import clinic.appointments.contract.QueueName;
import clinic.appointments.flow.StageExtension.Named;
import clinic.appointments.local.gateway.UsedPermission;
import clinic.appointments.local.schedule.Schedule;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.template.Role;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The smoke test of a booted stage that has one: by its schedule, through the API, under its own role. */
@ExtendWith(StageExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class SmokeTestTest {

    private static final Set<String> BUSINESS = Set.of(MetricName.ACCEPTED.id(), MetricName.REJECTED.id(),
            MetricName.DEFERRED.id(), MetricName.QUERY.id(), MetricName.CONFIRMATION.id(), MetricName.REMINDER.id());

    private final LocalStage stage;
    private final SmokeRuns runs;

    SmokeTestTest(@Named("prod") LocalStage stage) {
        this.stage = stage;
        this.runs = SmokeRuns.on(stage);
    }

    @Test
    void takesAJourneyThatNobodyNotices() throws InterruptedException {
        int letters = stage.mails().size();
        List<Schedule> schedules = stage.schedules();
        long business = businessMetrics();
        int before = metrics(MetricName.SMOKE_JOURNEYS).size();
        runs.succeed();

        assertThat(metrics(MetricName.SMOKE_JOURNEYS)).hasSize(before + 1).last().isEqualTo(1.0);
        assertThat(metrics(MetricName.FAILED_SMOKE_JOURNEYS)).hasSize(before + 1).last().isEqualTo(0.0);
        assertThat(businessMetrics()).as("metrics of the clinic").isEqualTo(business);
        assertThat(stage.mails()).hasSize(letters);
        assertThat(stage.schedules()).as("no reminder, now or later").isEqualTo(schedules);
        assertNothingIsLeft();
    }

    @Test
    void reportsAFailedJourneyAndTakesTheNextOne() throws InterruptedException {
        runs.fail();

        assertThat(metrics(MetricName.FAILED_SMOKE_JOURNEYS)).last().isEqualTo(1.0);
        JsonNode line = runs.lines().stream()
                .filter(each -> each.path("message").asText().equals(LogEvent.JOURNEY_FAILED.text())).toList()
                .getLast();
        assertThat(line.path("reason").asText()).isEqualTo("register HTTP_500");
        assertThat(line.path("correlation_id").asText()).startsWith("smoke-").endsWith("-register");

        runs.succeed();
        assertThat(metrics(MetricName.FAILED_SMOKE_JOURNEYS)).last().isEqualTo(0.0);
        assertNothingIsLeft();
    }

    @Test
    void isTheOnlyClientWithSmokeIds() throws InterruptedException {
        Client client = new Client(stage.api());
        String body = "{\"firstName\":\"Test\",\"lastName\":\"Person\"}";
        assertThat(client.request("forged-by-http", "PUT", "/patients/smoke-forged", body).statusCode()).isEqualTo(202);
        Role smokeTest = roles().filter(role -> role.trustedServices().contains("lambda.amazonaws.com")).findFirst()
                .orElseThrow();
        stage.send(QueueName.REQUEST.id(), "{\"type\":\"REGISTER_PATIENT\",\"requestId\":\"forged-by-queue\","
                + "\"patientId\":\"smoke-forged\",\"firstName\":\"Test\",\"lastName\":\"Person\"}",
                java.util.Map.of("client", client(smokeTest)));
        stage.awaitIdle();

        assertThat(Client.json(client.get("/requests/forged-by-http")).path("code").asText()).isEqualTo("RESERVED_ID");
        assertThat(Client.json(client.get("/support/requests/forged-by-queue?client=" + client(smokeTest)))
                .path("code").asText()).isEqualTo("RESERVED_ID");
        assertThat(client.get("/patients/smoke-forged").statusCode()).isEqualTo(404);
    }

    /** Its role, and that of its schedule; what AWS itself does with a grant is not seen here. */
    @Test
    void usesEachPermissionAndMayTouchNoPatientOfTheClinic() throws InterruptedException {
        runs.succeed();
        Set<UsedPermission> used = stage.gateway().calls().permissionsUsed();

        assertThat(roles().flatMap(role -> role.statements().stream()).flatMap(statement -> statement.actions().stream()
                .filter(action -> action.startsWith("execute-api:") || action.startsWith("lambda:"))
                .flatMap(action -> statement.resources().stream().map(resource -> action + " " + resource))))
                .hasSize(7).allMatch(grant -> used.stream().anyMatch(use -> isUseOf(grant, use)))
                .allMatch(grant -> grant.startsWith("lambda:") || grant.contains("/smoke-*")
                        || grant.endsWith("/POST/appointments"));
    }

    private static boolean isUseOf(String grant, UsedPermission use) {
        return (use.action() + " " + use.resource()).matches(grant.replace("*", ".*"));
    }

    private Stream<Role> roles() {
        return stage.deployment().roles().stream().filter(role -> role.id().contains("Smoke"));
    }

    private static String client(Role role) {
        return role.arn().split(":", -1)[4] + "/" + role.name();
    }

    private void assertNothingIsLeft() {
        assertThat(made("PatientsTable")).isNotEmpty().noneMatch(patient -> patient.has("lastName"));
        assertThat(made("AppointmentsTable")).isNotEmpty()
                .allMatch(appointment -> appointment.at("/status/S").asText().equals("CANCELLED"));
    }

    private List<JsonNode> made(String table) {
        return new Search(stage).table(table).filter(item -> item.at("/patientId/S").asText().startsWith("smoke-"))
                .toList();
    }

    private List<Double> metrics(MetricName name) {
        return runs.lines().stream().filter(line -> line.has("_aws")).map(line -> line.path(name.id()))
                .flatMap(value -> Optional.of(value).filter(JsonNode::isNumber).map(JsonNode::asDouble).stream())
                .toList();
    }

    private long businessMetrics() {
        return FunctionName.ofEveryStage().stream().flatMap(function -> runs.lines(function).stream())
                .filter(line -> line.has("_aws") && BUSINESS.stream().anyMatch(line::has))
                .filter(line -> !line.path("reason").asText().equals("RECONCILED")).count();
    }
}
