package clinic.appointments.wire;

import java.time.Duration;
import java.util.Optional;

import clinic.appointments.message.ConfirmationMessage;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.message.Trail;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.ReminderKey;
import clinic.appointments.model.RequestId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InternalCodecsTest {

    private static final Trail TRAIL = new Trail("c-1", Optional.of("1-2-3"));

    @Test
    void readsTheConfirmationItHasWritten() {
        ConfirmationMessage message = new ConfirmationMessage(new AppointmentId("a"), new RequestId("r"), TRAIL);

        assertThat(ConfirmationCodec.decode(ConfirmationCodec.encode(message))).isEqualTo(message);
    }

    @Test
    void readsTheReminderItHasWritten() {
        ReminderMessage message = new ReminderMessage(new AppointmentId("a"), new ReminderKey(1, Duration.ofHours(24)),
                new Trail("c-1", Optional.empty()));

        assertThat(ReminderCodec.decode(ReminderCodec.encode(message))).isEqualTo(message);
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> ConfirmationCodec.decode("{\"type\":\"REMIND\"}"))
                .isInstanceOf(MalformedMessageException.class).hasMessage("type must be CONFIRM");
        assertThatThrownBy(() -> ConfirmationCodec.decode("{\"type\":\"CONFIRM\"}"))
                .isInstanceOf(MalformedMessageException.class).hasMessage("appointmentId is missing");
        assertThatThrownBy(() -> ReminderCodec
                .decode("{\"type\":\"REMIND\",\"appointmentId\":\"a\",\"reminder\":\"Lovelace\",\"correlationId\":\"c\"}"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("reminder must be <version>/<offset>, such as 1/PT24H");
    }

    @Test
    void leavesANewerSchemaToALaterVersion() {
        assertThatThrownBy(() -> ReminderCodec.decode("{\"schema\":2,\"type\":\"REMIND\"}"))
                .isInstanceOf(NewerSchemaException.class);
    }
}
