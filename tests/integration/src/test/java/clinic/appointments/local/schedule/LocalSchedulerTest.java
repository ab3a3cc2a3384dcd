package clinic.appointments.local.schedule;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.clock.Activity;
import clinic.appointments.local.clock.Agenda;
import clinic.appointments.local.clock.Idleness;
import clinic.appointments.local.clock.LocalClock;
import clinic.appointments.local.gateway.ServiceResponse;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Schedules are validated as EventBridge Scheduler does it, and fire on the local clock. */
class LocalSchedulerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final String TARGET = "arn:aws:sqs:eu-central-1:123456789012:reminders";
    private static final String DEAD = "arn:aws:sqs:eu-central-1:123456789012:dead";
    private static final Map<String, String> URLS = Map.of(TARGET, "url of reminders", DEAD, "url of dead");
    private static final String REQUEST = """
            {"GroupName": "reminders", "ScheduleExpression": "at(2026-05-05T08:30:00)",
             "ScheduleExpressionTimezone": "Europe/Berlin", "FlexibleTimeWindow": {"Mode": "OFF"},
             "ActionAfterCompletion": "DELETE", "ClientToken": "t1",
             "Target": {"Arn": "%s", "RoleArn": "role", "Input": "payload", "DeadLetterConfig": {"Arn": "%s"},
               "RetryPolicy": {"MaximumEventAgeInSeconds": 3600, "MaximumRetryAttempts": 3}}}
            """.formatted(TARGET, DEAD);

    private final LocalClock clock = new LocalClock(InstantSource.fixed(NOON));
    private final Activity activity = new Activity();
    private SqsStandIn sqs;
    private LocalScheduler scheduler;

    @BeforeEach
    void start() throws IOException {
        sqs = new SqsStandIn();
        ScheduleDelivery delivery = new ScheduleDelivery(new AwsCalls(sqs.address(), "eu-central-1"),
                role -> "key-of-" + role, URLS);
        scheduler = new LocalScheduler(clock, activity, delivery, "arn:aws:scheduler:eu-central-1:123456789012",
                Set.of("reminders"));
    }

    @AfterEach
    void stop() {
        scheduler.close();
        sqs.close();
    }

    @Test
    void firesInItsZoneWithTheKeyOfItsRole() throws Exception {
        create("s1", request());
        assertThat(scheduler.agenda().nextDue()).contains(Instant.parse("2026-05-05T06:30:00Z"));
        runAhead(Duration.ofDays(1));
        assertThat(sqs.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.queueUrl()).isEqualTo("url of reminders");
            assertThat(sent.body()).isEqualTo("payload");
            assertThat(sent.authorization()).contains("Credential=key-of-role/");
        });
        assertThat(scheduler.schedules()).isEmpty();
    }

    @Test
    void doesNotFireEarly() throws Exception {
        create("s1", request());
        runAhead(Duration.ofHours(18));
        assertThat(sqs.sent()).isEmpty();
        assertThat(scheduler.schedules()).hasSize(1);
    }

    @Test
    void buriesWhatItsRoleMayNotSend() throws Exception {
        sqs.deny("url of reminders");
        create("s1", request());
        runAhead(Duration.ofDays(1));
        assertThat(sqs.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.queueUrl()).isEqualTo("url of dead");
            assertThat(sent.attributes().path("ERROR_CODE").path("StringValue").asText())
                    .isEqualTo("AccessDeniedException");
        });
    }

    @Test
    void doesNotFireWhatWasDeleted() throws Exception {
        create("s1", request());
        assertThat(scheduler.handle("DeleteSchedule", null, "/schedules/s1?groupName=reminders").status())
                .isEqualTo(200);
        runAhead(Duration.ofDays(1));
        assertThat(sqs.sent()).isEmpty();
    }

    @Test
    void describesASchedule() throws Exception {
        create("s1", request());
        ServiceResponse reply = scheduler.handle("GetSchedule", null, "/schedules/s1?groupName=reminders");
        assertThat(JSON.readTree(reply.body()).path("ScheduleExpression").asText())
                .isEqualTo("at(2026-05-05T08:30:00)");
        assertThat(scheduler.handle("GetSchedule", null, "/schedules/s2?groupName=reminders").errorType())
                .isEqualTo("ResourceNotFoundException");
    }

    @Test
    void answersARepeatAsTheFirstTimeAndRefusesAnother() throws Exception {
        create("s1", request());
        assertThat(create("s1", request()).status()).isEqualTo(200);
        ServiceResponse other = create("s1", request().put("ClientToken", "t2"));
        assertThat(other).extracting(ServiceResponse::status, ServiceResponse::errorType).containsExactly(409,
                "ConflictException");
    }

    @Test
    void refusesAGroupThatIsNotThere() throws Exception {
        assertThat(create("s1", request().put("GroupName", "none")).errorType())
                .isEqualTo("ResourceNotFoundException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate(5 minutes)", "cron(0 9 * * ? *)", "at(2026-05-05T08:30)", "at(2026-13-05T08:30:00)"})
    void refusesOtherExpressions(String expression) throws Exception {
        assertThat(create("s1", request().put("ScheduleExpression", expression)).errorType())
                .isEqualTo("ValidationException");
    }

    @ParameterizedTest
    @ValueSource(ints = {59, 86_401})
    void refusesAnEventAgeOutsideTheLimits(int seconds) throws Exception {
        ObjectNode request = request();
        request.withObject("/Target/RetryPolicy").put("MaximumEventAgeInSeconds", seconds);
        assertThat(create("s1", request).errorType()).isEqualTo("ValidationException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with%20space", "x%2Fy",
            "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklm"})
    void refusesAnIllFormedName(String name) throws Exception {
        assertThat(create(name, request()).errorType()).isEqualTo("ValidationException");
    }

    private static ObjectNode request() throws IOException {
        return (ObjectNode) JSON.readTree(REQUEST);
    }

    private ServiceResponse create(String name, ObjectNode request) {
        return scheduler.handle("CreateSchedule", request, "/schedules/" + name);
    }

    private void runAhead(Duration by) throws InterruptedException {
        Agenda nothing = new Agenda() {
            @Override
            public boolean hasDue() {
                return false;
            }

            @Override
            public Optional<Instant> nextDue() {
                return Optional.empty();
            }
        };
        new Idleness(clock, activity, nothing, scheduler.agenda(), Optional::empty, Duration.ofSeconds(10))
                .runAhead(by);
    }
}
