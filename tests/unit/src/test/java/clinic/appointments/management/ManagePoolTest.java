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
import clinic.appointments.message.AppointmentCommand.DefinePool;
import clinic.appointments.message.AppointmentCommand.PoolCommand;
import clinic.appointments.message.AppointmentCommand.RetirePool;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.Pool;
import clinic.appointments.model.PoolId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Resources;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ManagePoolTest {

    private static final PoolId ROOMS = new PoolId("rooms");
    private static final PoolCommand RETIRE = new RetirePool(ROOMS);
    private static final Deadline ENOUGH = () -> Duration.ofSeconds(30);
    private static final Deadline SHORT = () -> Duration.ofSeconds(5);

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryRecords receipts = new InMemoryRecords(clock);

    @Test
    void definesAPool() {
        assertThat(take("define", define())).isEqualTo(new Disposition.Accepted(Effect.POOL_DEFINED));
        assertThat(stored()).isEqualTo(new Pool(ROOMS, Optional.of(List.of(Given.ROOM_1)), 1, Given.writer("define"),
                Given.NOW));
    }

    @Test
    void retiresAPoolAndPutsItBackIntoService() {
        take("define", define());

        assertThat(take("retire", RETIRE)).isEqualTo(new Disposition.Accepted(Effect.POOL_RETIRED));
        assertThat(stored().isRetired()).isTrue();
        take("again", define());
        assertThat(stored()).extracting(Pool::version, Pool::isRetired).containsExactly(3L, false);
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

        assertThat(take("new", new DefinePool(ROOMS, List.of(Given.DR_GREY), Optional.of(0L))))
                .isEqualTo(new Disposition.Rejected(RejectionReason.VERSION_CONFLICT));
        assertThat(take("next", new DefinePool(ROOMS, List.of(Given.DR_GREY), Optional.of(1L))))
                .isEqualTo(new Disposition.Accepted(Effect.POOL_DEFINED));
    }

    @Test
    void comesAgainWhenOthersAreFaster() {
        assertThat(receiver(HinderedStore.losingRaces(store)).handle(
                Given.request(new RequestId("define"), define(), Given.NOW), SHORT))
                .isInstanceOf(Disposition.Deferred.class);
        assertThat(store.find(ROOMS)).isEmpty();
    }

    private static PoolCommand define() {
        return new DefinePool(ROOMS, List.of(Given.ROOM_1), Optional.empty());
    }

    private Pool stored() {
        return store.find(ROOMS).orElseThrow();
    }

    private Disposition take(String request, PoolCommand command) {
        return take(request, command, store, clock.instant());
    }

    private Disposition take(String request, PoolCommand command, Resources resources, Instant sentAt) {
        return receiver(resources).handle(Given.request(new RequestId(request), command, sentAt), ENOUGH);
    }

    private IdempotentReceiver<PoolCommand> receiver(Resources resources) {
        return new IdempotentReceiver<>(receipts, new ManagePool(resources, clock),
                new RetryOnConflict(new Random(1), _ -> {}), clock, new Random(1));
    }
}
