package clinic.appointments.management;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.HinderedStore;
import clinic.appointments.fixture.InMemoryRecords;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.inbox.IdempotentReceiver;
import clinic.appointments.inbox.RetryOnConflict;
import clinic.appointments.message.AppointmentCommand.DefineVisitType;
import clinic.appointments.message.AppointmentCommand.RetireVisitType;
import clinic.appointments.message.AppointmentCommand.VisitTypeCommand;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.VisitType;
import clinic.appointments.model.VisitTypeDetails;
import clinic.appointments.model.VisitTypeId;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Resources;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ManageVisitTypeTest {

    private static final VisitTypeId CHECKUP = new VisitTypeId("checkup");
    private static final VisitTypeCommand RETIRE = new RetireVisitType(CHECKUP);
    private static final VisitTypeDetails DETAILS = details(Duration.ofMinutes(20));
    private static final VisitTypeDetails OTHER = details(Duration.ofMinutes(30));
    private static final Deadline ENOUGH = () -> Duration.ofSeconds(30);
    private static final Deadline SHORT = () -> Duration.ofSeconds(5);

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryRecords receipts = new InMemoryRecords(clock);

    @Test
    void definesAVisitType() {
        assertThat(take("define", define())).isEqualTo(new Disposition.Accepted(Effect.VISIT_TYPE_DEFINED));
        assertThat(stored()).isEqualTo(new VisitType(CHECKUP, Optional.of(DETAILS), 1, Given.writer("define"),
                Given.NOW));
    }

    @Test
    void retiresAVisitTypeAndPutsItBackIntoService() {
        take("define", define());

        assertThat(take("retire", RETIRE)).isEqualTo(new Disposition.Accepted(Effect.VISIT_TYPE_RETIRED));
        assertThat(stored().isRetired()).isTrue();
        take("again", define());
        assertThat(stored()).extracting(VisitType::version, VisitType::isRetired).containsExactly(3L, false);
    }

    @Test
    void definesOnceHoweverOftenTheMessageComes() {
        take("define", define());

        assertThat(take("define", define())).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(stored().version()).isEqualTo(1);
    }

    @Test
    void isOvertakenByARequestThatWasSentLater() {
        take("later", RETIRE, store, Given.NOW);

        assertThat(take("earlier", define(), store, Given.NOW.minusSeconds(1)))
                .isEqualTo(new Disposition.Rejected(RejectionReason.OVERTAKEN));
        assertThat(stored().isRetired()).isTrue();
    }

    @Test
    void changesOnlyTheVersionThatTheClientHasSeen() {
        take("first", define());

        assertThat(take("new", new DefineVisitType(CHECKUP, OTHER, Optional.of(0L))))
                .isEqualTo(new Disposition.Rejected(RejectionReason.VERSION_CONFLICT));
        assertThat(take("next", new DefineVisitType(CHECKUP, OTHER, Optional.of(1L))))
                .isEqualTo(new Disposition.Accepted(Effect.VISIT_TYPE_DEFINED));
    }

    @Test
    void comesAgainWhenOthersAreFaster() {
        assertThat(receiver(HinderedStore.losingRaces(store)).handle(
                Given.request(new RequestId("define"), define(), Given.NOW), SHORT))
                .isInstanceOf(Disposition.Deferred.class);
        assertThat(store.find(CHECKUP)).isEmpty();
    }

    private static VisitTypeDetails details(Duration duration) {
        return new VisitTypeDetails(duration, Optional.empty(), List.of(Given.ROOM_1), Optional.empty(),
                Optional.empty());
    }

    private static VisitTypeCommand define() {
        return new DefineVisitType(CHECKUP, DETAILS, Optional.empty());
    }

    private VisitType stored() {
        return store.find(CHECKUP).orElseThrow();
    }

    private Disposition take(String request, VisitTypeCommand command) {
        return take(request, command, store, clock.instant());
    }

    private Disposition take(String request, VisitTypeCommand command, Resources resources, Instant sentAt) {
        return receiver(resources).handle(Given.request(new RequestId(request), command, sentAt), ENOUGH);
    }

    private IdempotentReceiver<VisitTypeCommand> receiver(Resources resources) {
        return new IdempotentReceiver<>(receipts, new ManageVisitType(resources, clock),
                new RetryOnConflict(new Random(1), _ -> {}), clock, new Random(1));
    }
}
