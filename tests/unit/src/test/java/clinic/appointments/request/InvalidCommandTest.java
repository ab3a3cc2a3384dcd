package clinic.appointments.request;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryRecords;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.IdempotentReceiver;
import clinic.appointments.inbox.RetryOnConflict;
import clinic.appointments.message.AppointmentCommand.RequestCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Disposition;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Receipt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What only the work notices to be impossible. */
class InvalidCommandTest {

    private static final AppointmentRequest<RequestCommand> REQUEST = Given
            .request(Given.booking("a", Given.slot("09:00", "09:30")));

    private final InMemoryRecords receipts = new InMemoryRecords(new MovableClock());

    @Test
    void refusesAnImpossibleValueWithAReceipt() {
        assertThat(take((_, _) -> {
            throw new InvalidValueException("resourceIds", "must not name one twice");
        })).isEqualTo(new Disposition.Rejected(RejectionReason.INVALID_RESOURCE_IDS));
        assertThat(outcome()).contains(new Receipt.Rejected(RejectionReason.INVALID_RESOURCE_IDS));
    }

    @Test
    void refusesADateThatNoClockReachesWithAReceipt() {
        assertThat(take((_, _) -> {
            throw new DateTimeException("no such year");
        })).isEqualTo(new Disposition.Rejected(RejectionReason.INVALID_APPOINTMENT_DATE));
        assertThat(outcome()).contains(new Receipt.Rejected(RejectionReason.INVALID_APPOINTMENT_DATE));
    }

    @Test
    void triesAgainAfterAnyOtherFault() {
        assertThatThrownBy(() -> take((_, _) -> {
            throw new IllegalStateException("broken outside");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(outcome()).isEmpty();
    }

    private Disposition take(CommandHandler<RequestCommand> handler) {
        MovableClock clock = new MovableClock();
        return new IdempotentReceiver<>(receipts, handler, new RetryOnConflict(new Random(1), _ -> {}), clock,
                new Random(1)).handle(REQUEST, () -> Duration.ofSeconds(30));
    }

    private Optional<Receipt.Result> outcome() {
        return receipts.find(REQUEST.requestId()).flatMap(Receipt::outcome);
    }
}
