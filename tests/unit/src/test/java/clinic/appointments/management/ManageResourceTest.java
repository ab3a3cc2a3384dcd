package clinic.appointments.management;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryRecords;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.inbox.IdempotentReceiver;
import clinic.appointments.inbox.RetryOnConflict;
import clinic.appointments.message.AppointmentCommand.DefineResource;
import clinic.appointments.message.AppointmentCommand.ResourceCommand;
import clinic.appointments.message.AppointmentCommand.RetireResource;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.Resource;
import clinic.appointments.model.ResourceDetails;
import clinic.appointments.port.Deadline;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ManageResourceTest {

    private static final ResourceDetails FOR_TWO = new ResourceDetails(Optional.empty(), Optional.of(2),
            Optional.empty(), Optional.empty());
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Deadline ENOUGH = () -> Duration.ofSeconds(30);

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryRecords receipts = new InMemoryRecords(clock);

    /** Other rules of definitions are in {@link DefinitionsTest}. */
    @Test
    void keepsTheZoneForGood() {
        take("tokyo", define(Optional.of(TOKYO)));
        take("retire", new RetireResource(Given.ROOM_1));

        assertThat(take("berlin", define(Optional.of(Given.BERLIN))))
                .isEqualTo(new Disposition.Rejected(RejectionReason.TIME_ZONE_FIXED));
        assertThat(take("again", define(Optional.empty())))
                .isEqualTo(new Disposition.Accepted(Effect.RESOURCE_DEFINED));
        assertThat(store.find(Given.ROOM_1).map(Resource::zone)).contains(TOKYO);
    }

    private static ResourceCommand define(Optional<ZoneId> zone) {
        return new DefineResource(Given.ROOM_1, zone, FOR_TWO, Optional.empty());
    }

    private Disposition take(String request, ResourceCommand command) {
        IdempotentReceiver<ResourceCommand> receiver = new IdempotentReceiver<>(receipts.ofAnotherProcess(),
                new ManageResource(store, Given.BERLIN, clock), new RetryOnConflict(new Random(1), _ -> {}), clock,
                new Random(1));
        return receiver.handle(Given.request(new RequestId(request), command, clock.instant()), ENOUGH);
    }
}
