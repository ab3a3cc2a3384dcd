package clinic.appointments.aws;

import java.util.Optional;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Receipt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Outcomes as earlier versions wrote them are still read. */
class OutcomeJsonTest {

    @Test
    void readsWhatVersionsWithoutEvidenceAndBlocksHaveWritten() {
        assertThat(OutcomeJson.outcome("{\"state\":\"REJECTED\",\"reason\":\"SLOT_TAKEN\"}"))
                .isEqualTo(new Receipt.Rejected(RejectionReason.SLOT_TAKEN));
        assertThat(OutcomeJson.outcome("{\"state\":\"ACCEPTED\",\"appointmentId\":\"a\"}"))
                .isEqualTo(new Receipt.Accepted(Optional.of(new AppointmentId("a"))));
        assertThat(OutcomeJson.outcome("{\"state\":\"ACCEPTED\"}"))
                .isEqualTo(new Receipt.Accepted(Optional.empty()));
    }
}
