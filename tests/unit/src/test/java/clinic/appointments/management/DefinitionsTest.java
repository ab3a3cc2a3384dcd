package clinic.appointments.management;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.HinderedStore;
import clinic.appointments.fixture.InMemoryRecords;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.fixture.trial.Ports;
import clinic.appointments.inbox.IdempotentReceiver;
import clinic.appointments.inbox.RetryOnConflict;
import clinic.appointments.message.AppointmentCommand.DefinePool;
import clinic.appointments.message.AppointmentCommand.DefineResource;
import clinic.appointments.message.AppointmentCommand.DefineVisitType;
import clinic.appointments.message.AppointmentCommand.ManagementCommand;
import clinic.appointments.message.AppointmentCommand.RetirePool;
import clinic.appointments.message.AppointmentCommand.RetireResource;
import clinic.appointments.message.AppointmentCommand.RetireVisitType;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.Defined;
import clinic.appointments.model.Pool;
import clinic.appointments.model.PoolId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.Resource;
import clinic.appointments.model.ResourceDetails;
import clinic.appointments.model.VisitType;
import clinic.appointments.model.VisitTypeDetails;
import clinic.appointments.model.VisitTypeId;
import clinic.appointments.model.Writer;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is defined comes in versions, once for each request, and in the order of sending. */
class DefinitionsTest {

    private static final PoolId ROOMS = new PoolId("rooms");
    private static final VisitTypeId CHECKUP = new VisitTypeId("checkup");
    private static final ResourceDetails FOR_TWO = new ResourceDetails(Optional.empty(), Optional.of(2),
            Optional.empty(), Optional.empty());
    private static final VisitTypeDetails SHORT_VISIT = new VisitTypeDetails(Duration.ofMinutes(20), Optional.empty(),
            List.of(Given.ROOM_1), Optional.empty(), Optional.empty());
    private static final Writer WRITER = Given.writer("define");
    private static final Deadline ENOUGH = () -> Duration.ofSeconds(30);
    private static final Deadline SHORT = () -> Duration.ofSeconds(5);

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryRecords receipts = new InMemoryRecords(clock);

    /**
     * What can be defined.
     *
     * @param define the command for a version that it must have
     * @param first its first version
     */
    record Kind(Function<Optional<Long>, ManagementCommand> define, ManagementCommand retire, Effect defined,
            Effect retired, Defined first) {

        ManagementCommand definition() {
            return define.apply(Optional.empty());
        }

        Optional<? extends Defined> in(Resources resources) {
            return switch (first) {
                case Resource resource -> resources.find(resource.id());
                case Pool pool -> resources.find(pool.id());
                case VisitType type -> resources.find(type.id());
            };
        }

        @Override
        public String toString() {
            return first.getClass().getSimpleName();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void areStored(Kind kind) {
        assertThat(take("define", kind.definition())).isEqualTo(new Disposition.Accepted(kind.defined));
        assertThat(stored(kind)).isEqualTo(kind.first);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void retireBeforeAnybodyHasDefinedThem(Kind kind) {
        assertThat(take("retire", kind.retire)).isEqualTo(new Disposition.Accepted(kind.retired));
        assertThat(stored(kind).isRetired()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void comeBackIntoService(Kind kind) {
        assertThat(Stream.of(take("define", kind.definition()), take("retire", kind.retire),
                take("again", kind.definition()))).containsExactly(new Disposition.Accepted(kind.defined),
                        new Disposition.Accepted(kind.retired), new Disposition.Accepted(kind.defined));
        assertThat(stored(kind)).extracting(Defined::version, Defined::isRetired).containsExactly(3L, false);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void areMadeOnceHoweverOftenTheMessageComes(Kind kind) {
        take("define", kind.definition());

        assertThat(take("define", kind.definition())).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(stored(kind).version()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void areOvertakenByARequestThatWasSentLater(Kind kind) {
        take("later", kind.retire, Given.NOW);

        assertThat(take("earlier", kind.definition(), Given.NOW.minusSeconds(1)))
                .isEqualTo(new Disposition.Rejected(RejectionReason.OVERTAKEN));
        assertThat(stored(kind).isRetired()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void changeOnlyTheVersionThatTheClientHasSeen(Kind kind) {
        Disposition conflict = new Disposition.Rejected(RejectionReason.VERSION_CONFLICT);

        assertThat(take("second", kind.define.apply(Optional.of(1L)))).isEqualTo(conflict);
        assertThat(take("first", kind.define.apply(Optional.of(0L))))
                .isEqualTo(new Disposition.Accepted(kind.defined));
        assertThat(take("new", kind.define.apply(Optional.of(0L)))).isEqualTo(conflict);
        assertThat(take("next", kind.define.apply(Optional.of(1L)))).isEqualTo(new Disposition.Accepted(kind.defined));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void comeAgainWhenOthersAreFaster(Kind kind) {
        assertThat(receiver(ports().with((Resources) HinderedStore.losingRaces(store)))
                .handle(Given.request(new RequestId("define"), kind.definition(), Given.NOW), SHORT))
                .isInstanceOf(Disposition.Deferred.class);
        assertThat(kind.in(store)).isEmpty();
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind(version -> new DefineResource(Given.ROOM_1, Optional.empty(), FOR_TWO, version),
                        new RetireResource(Given.ROOM_1), Effect.RESOURCE_DEFINED, Effect.RESOURCE_RETIRED,
                        new Resource(Given.ROOM_1, Given.BERLIN, Optional.of(FOR_TWO), 1, WRITER, Given.NOW)),
                new Kind(version -> new DefinePool(ROOMS, List.of(Given.ROOM_1), version), new RetirePool(ROOMS),
                        Effect.POOL_DEFINED, Effect.POOL_RETIRED,
                        new Pool(ROOMS, Optional.of(List.of(Given.ROOM_1)), 1, WRITER, Given.NOW)),
                new Kind(version -> new DefineVisitType(CHECKUP, SHORT_VISIT, version), new RetireVisitType(CHECKUP),
                        Effect.VISIT_TYPE_DEFINED, Effect.VISIT_TYPE_RETIRED,
                        new VisitType(CHECKUP, Optional.of(SHORT_VISIT), 1, WRITER, Given.NOW)));
    }

    private Defined stored(Kind kind) {
        return kind.in(store).orElseThrow();
    }

    private Disposition take(String request, ManagementCommand command) {
        return take(request, command, clock.instant());
    }

    private Disposition take(String request, ManagementCommand command, Instant sentAt) {
        return receiver(ports()).handle(Given.request(new RequestId(request), command, sentAt), ENOUGH);
    }

    private Ports ports() {
        return Ports.of(store, receipts, clock);
    }

    private IdempotentReceiver<ManagementCommand> receiver(Ports ports) {
        return new IdempotentReceiver<>(receipts.ofAnotherProcess(),
                ManagementCommands.of(ports, Given.TERMS, clock), new RetryOnConflict(new Random(1), _ -> {}), clock,
                new Random(1));
    }
}
