package clinic.appointments.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.contract.ScheduledMessage;
import clinic.appointments.fixture.Given;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Correlation;
import clinic.appointments.message.FollowUp;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.Overdue;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ReminderKey;
import clinic.appointments.model.RequestId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InternalCodecsTest {

    private static final String TRACE_ID = "1-5759e988-bd862e3fe1be46a994272793";
    private static final Correlation TRAIL = new Correlation("c-1", Optional.of(TRACE_ID));
    private static final AppointmentId ID = new AppointmentId("a");
    private static final FollowUp FOLLOW_UP = new FollowUp(ID, new RequestId("r"), TRAIL);

    @Test
    void readsTheFollowUpItHasWritten() {
        assertThat(FollowUpCodec.find(FollowUpCodec.encode(FOLLOW_UP))).contains(FOLLOW_UP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"CONFIRM\",\"appointmentId\":\"a\"}", "{\"type\":\"COMPLETE\"}", "{}",
            "not JSON",
            "{\"schema\":1,\"type\":\"CONFIRM\",\"correlationId\":\"c\",\"appointmentId\":\"a\",\"requestId\":\"r\"}",
            "{\"schema\":2,\"type\":\"CONFIRM\",\"correlationId\":\"c\",\"appointmentId\":\"a\"}"})
    void takesNothingElseForAFollowUp(String body) {
        assertThat(FollowUpCodec.find(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/PT24H", "1/P1D", "7/CANCELLATION"})
    void readsTheReminderItHasWritten(String reminder) {
        ReminderMessage message = new ReminderMessage.Remind(ID, ReminderKey.of(reminder), TRAIL);

        assertThat(ReminderCodec.decode(incoming(ReminderCodec.encode(message)))).isEqualTo(message);
    }

    @Test
    void readsTheReconciliationItHasWritten() {
        ReminderMessage begun = new ReminderMessage.Reconcile(
                Optional.of(new ReminderMessage.Position("cursor", new Overdue(1, 2, 3))), TRAIL);

        assertThat(ReminderCodec.decode(incoming(ReminderCodec.encode(begun)))).isEqualTo(begun);
        assertThat(ReminderCodec.decode(incoming("{\"type\":\"RECONCILE\"}"))).isEqualTo(
                new ReminderMessage.Reconcile(Optional.empty(), new Correlation("message-1", Optional.empty())));
    }

    @Test
    void theScheduledReconciliationIsOneOfTheNewestSchema() {
        ReminderMessage scheduled = ReminderCodec.decode(incoming(ScheduledMessage.RECONCILE));

        assertThat(scheduled).isEqualTo(
                new ReminderMessage.Reconcile(Optional.empty(), new Correlation("message-1", Optional.empty())));
        assertThat(ReminderCodec.encode(scheduled)).startsWith(ScheduledMessage.RECONCILE.replace("}", ","));
    }

    @Test
    void readsTheRebuildingItHasWritten() {
        ReminderMessage begun = new ReminderMessage.RebuildEmailIndex(Optional.of(new PatientId("p-7")), TRAIL);

        assertThat(ReminderCodec.decode(incoming(ReminderCodec.encode(begun)))).isEqualTo(begun);
        assertThat(ReminderCodec.decode(incoming("{\"type\":\"REBUILD_EMAIL_INDEX\"}"))).isEqualTo(
                new ReminderMessage.RebuildEmailIndex(Optional.empty(),
                        new Correlation("message-1", Optional.empty())));
        assertThatThrownBy(
                () -> ReminderCodec.decode(incoming("{\"type\":\"REBUILD_EMAIL_INDEX\",\"after\":\"Ada L.\"}")))
                .isInstanceOf(MalformedMessageException.class).hasMessage("after must be the id of a patient");
    }

    @Test
    void writesTheEndOfAHoldAsARequestThatIsTheSameForTheSameHold() {
        String body = HoldCodec.encode(ID, Given.NOW, TRAIL);
        AppointmentRequest<?> request = RequestCodec.ofRequestQueue(Given.BERLIN, () -> Given.NOW).decode(
                incoming(body),
                Optional.empty());

        assertThat(request.content()).isEqualTo(new AppointmentRequest.Command<>(
                new AppointmentCommand.ExpireHold(ID), AppointmentRequest.Requester.BY_CLIENT));
        assertThat(request.correlation().correlationId()).isEqualTo("c-1");
        assertThat(HoldCodec.encode(ID, Given.NOW, TRAIL)).isEqualTo(body);
        assertThat(HoldCodec.encode(ID, Instant.EPOCH, TRAIL)).isNotEqualTo(body);
        assertThat(RequestCodec.ofRequestQueue(Given.BERLIN, () -> Given.NOW)
                .decode(incoming(HoldCodec.encodeAgain(ID, TRAIL)), Optional.empty()).requestId())
                .as("of its own").isEqualTo(new RequestId("message-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Maria Muster", "maria@example.org", "", "+44 20 7946 0000"})
    void followsNoTrailThatIsNone(String text) {
        String correlation = "\"correlationId\":\"%1$s\",\"originTraceId\":\"%1$s\"}".formatted(text);

        assertThat(
                FollowUpCodec.find("{\"schema\":2,\"type\":\"FOLLOW_UP\",\"appointmentId\":\"a\",\"requestId\":\"r\","
                        + correlation))
                .contains(new FollowUp(ID, new RequestId("r"), new Correlation("r", Optional.empty())));
        assertThat(List.of("\"REMIND\",\"appointmentId\":\"a\",\"reminder\":\"1/PT24H\"", "\"RECONCILE\"")).allSatisfy(
                type -> assertThat(
                        ReminderCodec.decode(incoming("{\"type\":" + type + "," + correlation)).correlation())
                        .isEqualTo(new Correlation("message-1", Optional.empty())));
    }

    /** The search by dates of an earlier version had a position of another kind. */
    @Test
    void beginsAnewAfterAPositionOfAnEarlierVersion() {
        assertThat(ReminderCodec.decode(incoming("""
                {"schema":2,"type":"RECONCILE","from":"2026-03-17","until":"2026-04-17","status":"CONFIRMED",
                 "cursor":"MjAyNi0wMy0xN1QwODowMDowMFogYQ","found":{"reminders":4}}
                """)))
                .isEqualTo(new ReminderMessage.Reconcile(Optional.empty(),
                        new Correlation("message-1", Optional.empty())));
    }

    @Test
    void doesNotTellTheSchemaThatAMessageNames() {
        assertThatThrownBy(() -> FollowUpCodec.find("{\"schema\":770077001,\"type\":\"FOLLOW_UP\"}"))
                .hasMessageNotContaining("770077001");
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> FollowUpCodec.find("{\"schema\":2,\"type\":\"FOLLOW_UP\"}"))
                .isInstanceOf(MalformedMessageException.class).hasMessage("appointmentId is missing");
        assertThatThrownBy(() -> ReminderCodec.decode(incoming("{\"type\":\"CONFIRM\"}")))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("type must be REMIND, RECONCILE or REBUILD_EMAIL_INDEX");
        assertThatThrownBy(() -> ReminderCodec.decode(incoming(
                "{\"type\":\"REMIND\",\"appointmentId\":\"a\",\"reminder\":\"Lovelace\",\"correlationId\":\"c\"}")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("reminder must be <version>/<offset>, such as 1/PT24H");
    }

    @Test
    void leavesANewerSchemaToALaterVersion() {
        assertThatThrownBy(() -> ReminderCodec.decode(incoming("{\"schema\":3,\"type\":\"REMIND\"}")))
                .isInstanceOf(NewerSchemaException.class);
        assertThatThrownBy(() -> FollowUpCodec.find("{\"schema\":3,\"type\":\"FOLLOW_UP\"}"))
                .isInstanceOf(NewerSchemaException.class);
    }

    private static IncomingMessage incoming(String body) {
        return new IncomingMessage("message-1", body, Map.of(),
                new IncomingMessage.Delivery("handle", 1, Optional.empty()));
    }
}
