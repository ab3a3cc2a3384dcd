package clinic.appointments.management;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.HinderedStore;
import clinic.appointments.fixture.InMemoryRecords;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.inbox.IdempotentReceiver;
import clinic.appointments.inbox.RetryOnConflict;
import clinic.appointments.message.AppointmentCommand.DefineResource;
import clinic.appointments.message.AppointmentCommand.ResourceCommand;
import clinic.appointments.message.AppointmentCommand.RetireResource;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.Resource;
import clinic.appointments.model.ResourceDetails;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Resources;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ManageResourceTest {

    private static final ResourceDetails FOR_TWO = new ResourceDetails(Optional.empty(), Optional.of(2),
            Optional.empty(), Optional.empty());
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Deadline ENOUGH = () -> Duration.ofSeconds(30);
    private static final Deadline SHORT = () -> Duration.ofSeconds(5);
    private static final ResourceCommand RETIRE = new RetireResource(Given.ROOM_1);

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryRecords receipts = new InMemoryRecords(clock);

    @Test
    void definesAResourceInTheZoneOfTheClinic() {
        assertThat(take("define", define())).isEqualTo(new Disposition.Accepted(Effect.RESOURCE_DEFINED));
        assertThat(stored()).isEqualTo(new Resource(Given.ROOM_1, Given.BERLIN, Optional.of(FOR_TWO), 1,
                Given.writer("define"), Given.NOW));
    }

    @Test
    void retiresAResourceThatNobodyHasDefined() {
        assertThat(take("retire", RETIRE)).isEqualTo(new Disposition.Accepted(Effect.RESOURCE_RETIRED));
        assertThat(stored().isRetired()).isTrue();
    }

    @Test
    void putsARetiredResourceBackIntoService() {
        take("define", define());
        take("retire", RETIRE);
        take("again", define());

        assertThat(stored()).extracting(Resource::version, Resource::isRetired).containsExactly(3L, false);
    }

    @Test
    void definesOnceHoweverOftenTheMessageComes() {
        take("define", define());

        assertThat(take("define", define())).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(stored().version()).isEqualTo(1);
    }

    @Test
    void isOvertakenByARequestThatWasSentLater() {
        take("later", RETIRE, Given.NOW);

        assertThat(take("earlier", define(), Given.NOW.minusSeconds(1)))
                .isEqualTo(new Disposition.Rejected(RejectionReason.OVERTAKEN));
        assertThat(stored().isRetired()).isTrue();
    }

    @Test
    void changesOnlyTheVersionThatTheClientHasSeen() {
        assertThat(take("second", define(Optional.empty(), Optional.of(1L)))).isEqualTo(conflict());
        assertThat(take("first", define(Optional.empty(), Optional.of(0L))))
                .isEqualTo(new Disposition.Accepted(Effect.RESOURCE_DEFINED));
        assertThat(take("new", define(Optional.empty(), Optional.of(0L)))).isEqualTo(conflict());
        assertThat(take("next", define(Optional.empty(), Optional.of(1L))))
                .isEqualTo(new Disposition.Accepted(Effect.RESOURCE_DEFINED));
    }

    @Test
    void keepsTheZoneForGood() {
        take("tokyo", define(Optional.of(TOKYO), Optional.empty()));
        take("retire", RETIRE);

        assertThat(take("berlin", define(Optional.of(Given.BERLIN), Optional.empty())))
                .isEqualTo(new Disposition.Rejected(RejectionReason.TIME_ZONE_FIXED));
        assertThat(take("again", define())).isEqualTo(new Disposition.Accepted(Effect.RESOURCE_DEFINED));
        assertThat(stored().zone()).isEqualTo(TOKYO);
    }

    @Test
    void comesAgainWhenOthersAreFaster() {
        assertThat(receiver(HinderedStore.losingRaces(store)).handle(request("define", define(), Given.NOW), SHORT))
                .isInstanceOf(Disposition.Deferred.class);
        assertThat(store.find(Given.ROOM_1)).isEmpty();
    }

    private static Disposition conflict() {
        return new Disposition.Rejected(RejectionReason.VERSION_CONFLICT);
    }

    private static ResourceCommand define() {
        return define(Optional.empty(), Optional.empty());
    }

    private static ResourceCommand define(Optional<ZoneId> zone, Optional<Long> ifVersion) {
        return new DefineResource(Given.ROOM_1, zone, FOR_TWO, ifVersion);
    }

    private Resource stored() {
        return store.find(Given.ROOM_1).orElseThrow();
    }

    private Disposition take(String request, ResourceCommand command) {
        return take(request, command, clock.instant());
    }

    private Disposition take(String request, ResourceCommand command, Instant sentAt) {
        return receiver(store).handle(request(request, command, sentAt), ENOUGH);
    }

    private static AppointmentRequest<ResourceCommand> request(String id, ResourceCommand command,
            Instant sentAt) {
        return Given.request(new RequestId(id), command, sentAt);
    }

    private IdempotentReceiver<ResourceCommand> receiver(Resources resources) {
        return new IdempotentReceiver<>(receipts.ofAnotherProcess(),
                new ManageResource(resources, Given.BERLIN, clock), new RetryOnConflict(new Random(1), _ -> {}), clock,
                new Random(1));
    }
}
