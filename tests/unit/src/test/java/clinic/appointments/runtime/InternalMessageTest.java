package clinic.appointments.runtime;

import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.wire.MalformedMessageException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InternalMessageTest {

    private static final Disposition DONE = new Disposition.Accepted(Effect.SENT);

    @Test
    void isWorkedOnOnceItIsRead() {
        assertThat(InternalMessage.handle(() -> "a message", message -> new Disposition.Parked(message)))
                .isEqualTo(new Disposition.Parked("a message"));
    }

    /** A patient that is stored with an address of older rules is no reason to drop a reminder. */
    @Test
    void isDeliveredAgainWhenItsWorkFindsAnImpossibleValue() {
        assertThatThrownBy(() -> InternalMessage.handle(() -> "a message", _ -> {
            throw new InvalidValueException("email", "must be an address");
        })).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void isRejectedWhenAFieldHoldsAnImpossibleValue() {
        assertThat(InternalMessage.handle(() -> {
            throw new InvalidValueException("reminder", "must be <version>/<offset>");
        }, _ -> DONE)).isEqualTo(new Disposition.Rejected(RejectionReason.INVALID_REMINDER));
    }

    @Test
    void isParkedWhenItCannotBeRead() {
        assertThat(InternalMessage.handle(() -> {
            throw new MalformedMessageException("type", "is missing");
        }, _ -> DONE)).isEqualTo(new Disposition.Parked("type is missing"));
    }
}
