package clinic.appointments.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import clinic.appointments.fixture.Given;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.ReminderKey;
import clinic.appointments.model.ReminderKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class EventBridgeSchedulesTest {

    private static final AppointmentId ID = new AppointmentId("a");
    private static final Instant START = Instant.parse("2026-03-17T08:00:00Z");

    private final List<CreateScheduleRequest> created = new ArrayList<>();

    @Test
    void endsAHoldAfterItIsOverAndNeverBefore() {
        use(created::add).endHold(ID, Instant.parse("2026-03-10T12:00:00.001Z"), Given.correlation());

        assertThat(created).singleElement().satisfies(request -> {
            assertThat(request.scheduleExpression()).isEqualTo("at(2026-03-10T12:00:03)");
            assertThat(request.target().arn()).isEqualTo("requests");
            assertThat(request.flexibleTimeWindow().modeAsString()).isEqualTo("OFF");
        });
    }

    @ParameterizedTest
    @CsvSource({"PT24H, FLEXIBLE", "P1D, FLEXIBLE", "PT2H, FLEXIBLE", "PT1H, OFF", "CONFIRMATION, OFF"})
    void spreadsWhatIsDueLongBeforeTheStart(String kind, String window) {
        remind(kind, Instant.parse("2026-03-16T08:00:00Z"));

        assertThat(created.getFirst().flexibleTimeWindow().modeAsString()).isEqualTo(window);
        assertThat(created.getFirst().target().retryPolicy().maximumEventAgeInSeconds()).isEqualTo(86_400);
    }

    @Test
    void schedulesWhatHasBecomeDueMeanwhileForAMomentThatIsStillToCome() {
        remind("PT2H", Given.NOW.minusSeconds(1));

        assertThat(created.getFirst().scheduleExpression()).isEqualTo("at(2026-03-10T08:00:02)");
    }

    @Test
    void namesTheSameAlikeAndTakesItForDone() {
        remind("PT24H", Given.NOW.plusSeconds(60));
        remind("PT24H", Given.NOW.plusSeconds(90));
        remind("PT2H", Given.NOW.plusSeconds(60));

        assertThat(created.get(0).name()).isEqualTo(created.get(1).name()).isNotEqualTo(created.get(2).name());
        assertThatCode(() -> use(_ -> {
            throw ConflictException.builder().message("exists").build();
        }).endHold(ID, START, Given.correlation())).doesNotThrowAnyException();
    }

    private void remind(String kind, Instant dueAt) {
        use(created::add).remind(
                new ReminderMessage.Remind(ID, new ReminderKey(1, ReminderKind.of(kind)), Given.correlation()), dueAt,
                START);
    }

    private static EventBridgeSchedules use(java.util.function.Consumer<CreateScheduleRequest> scheduler) {
        SchedulerClient client = new SchedulerClient() {
            @Override
            public CreateScheduleResponse createSchedule(CreateScheduleRequest request) {
                scheduler.accept(request);
                return CreateScheduleResponse.builder().build();
            }

            @Override
            public String serviceName() {
                return "scheduler";
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        return new EventBridgeSchedules(
                new OneTimeSchedules(client, new ScheduleSettings("group", "role", "dead-letters"), () -> Given.NOW),
                new EventBridgeSchedules.Targets("reminders", "requests"));
    }
}
