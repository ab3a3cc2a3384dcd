package clinic.appointments.runtime;

import clinic.appointments.message.Fate;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.wire.MalformedMessageException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InternalMessageTest {

    @Test
    void isRejectedWhenAFieldHoldsAnImpossibleValue() {
        assertThat(InternalMessage.read(() -> {
            throw new InvalidValueException("reminder", "must be <version>/<offset>");
        })).isEqualTo(new Fate.Rejected(RejectionReason.INVALID_REMINDER));
    }

    @Test
    void isParkedWhenItCannotBeRead() {
        assertThat(InternalMessage.read(() -> {
            throw new MalformedMessageException("type", "is missing");
        })).isEqualTo(new Fate.Parked("type is missing"));
    }
}
