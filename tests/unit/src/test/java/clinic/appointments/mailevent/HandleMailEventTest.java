package clinic.appointments.mailevent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.MailEvent;
import clinic.appointments.message.MailEvent.Kind;
import clinic.appointments.message.MailEvent.Recipient;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.Undeliverable;
import clinic.appointments.model.UndeliverableCode;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class HandleMailEventTest {

    private static final Patient ADA = Given.patient(Given.ADA);

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private final List<Kind> counted = new ArrayList<>();
    private final HandleMailEvent handle = new HandleMailEvent(store, counted::add, clock);

    @BeforeEach
    void registerAda() {
        store.save(ADA);
    }

    @ParameterizedTest
    @CsvSource({"BOUNCE_PERMANENT, ADDRESS_BOUNCED", "COMPLAINT, ADDRESS_COMPLAINED", "REJECT, CONTENT_REFUSED"})
    void marksThePatientOfAFinalEvent(Kind kind, UndeliverableCode code) {
        assertThat(handle(kind)).isEqualTo(Effect.PATIENT_MARKED);

        assertThat(ada().undeliverable()).contains(new Undeliverable(code, clock.instant()));
        assertThat(store.undeliverable(PageRequest.first()).items()).containsExactly(ada());
    }

    @ParameterizedTest
    @EnumSource(names = {"BOUNCE_TRANSIENT", "BOUNCE_UNDETERMINED", "NOT_SPAM", "DELIVERY_DELAY", "OTHER"})
    void marksNobodyWhenItMayPass(Kind kind) {
        assertThat(handle(kind)).isEqualTo(Effect.MAIL_EVENT_COUNTED);
        assertThat(ada()).isEqualTo(ADA);
    }

    @ParameterizedTest
    @EnumSource
    void countsEveryKindEveryTime(Kind kind) {
        handle(kind);
        handle(kind);

        assertThat(counted).containsExactly(kind, kind);
    }

    @Test
    void changesNothingTheSecondTime() {
        handle(Kind.BOUNCE_PERMANENT);
        Patient marked = ada();
        clock.advance(Duration.ofSeconds(1));

        assertThat(handle(Kind.BOUNCE_PERMANENT)).isEqualTo(Effect.REPEATED);
        assertThat(ada()).isEqualTo(marked);
    }

    /** All orders of all kinds, each event twice. */
    @Test
    void endsTheSameInEveryOrder() {
        List<Kind> kinds = List.of(Kind.values());
        for (int turn = 0; turn < kinds.size(); turn++) {
            for (boolean backwards : List.of(true, false)) {
                Patient other = Given.patient(new PatientId("p" + turn + backwards));
                store.save(other);
                List<Kind> turned = Stream.concat(kinds.stream().skip(turn), kinds.stream().limit(turn)).toList();
                List<Kind> order = backwards ? turned.reversed() : turned;
                IntStream.range(0, 2 * order.size()).mapToObj(at -> order.get(at % order.size()))
                        .forEach(kind -> handle(kind, other));

                assertThat(store.find(other.id()).orElseThrow().undeliverable().map(Undeliverable::code))
                        .contains(UndeliverableCode.ADDRESS_COMPLAINED);
            }
        }
    }

    @Test
    void marksNobodyForAnAddressThatWasReplaced() {
        store.save(ADA.updated(Given.details(Optional.of("ada@example.com")), Given.writer("update"), Given.NOW));

        assertThat(handle(Kind.BOUNCE_PERMANENT)).isEqualTo(Effect.MAIL_EVENT_OUTDATED);
        assertThat(ada().undeliverable()).isEmpty();
    }

    /** The new registration may be the repair: an event of before must not undo it. */
    @Test
    void marksNobodyAgainAfterANewRegistrationOfTheSameAddress() {
        handle(Kind.BOUNCE_PERMANENT);
        store.save(ada().updated(ADA.details().orElseThrow(), Given.writer("update"), Given.NOW));

        assertThat(handle(Kind.BOUNCE_PERMANENT)).isEqualTo(Effect.MAIL_EVENT_OUTDATED);
        assertThat(ada().undeliverable()).isEmpty();
    }

    @Test
    void marksNobodyWhoWasErased() {
        Patient erased = ADA.erased(Given.writer("erase"), Given.NOW);
        store.save(erased);

        assertThat(handle(Kind.COMPLAINT)).isEqualTo(Effect.MAIL_EVENT_OUTDATED);
        assertThat(ada()).isEqualTo(erased);
    }

    @Test
    void marksNobodyWhoIsUnknown() {
        assertThat(handle(Kind.COMPLAINT, Given.patient(new PatientId("nobody"))))
                .isEqualTo(Effect.MAIL_EVENT_OUTDATED);
    }

    @Test
    void takesAnEventWithoutPatient() {
        assertThat(handle.handle(new MailEvent(Kind.BOUNCE_PERMANENT, Optional.empty())))
                .isEqualTo(new Disposition.Accepted(Effect.MAIL_EVENT_WITHOUT_PATIENT));
        assertThat(counted).containsExactly(Kind.BOUNCE_PERMANENT);
    }

    private Effect handle(Kind kind) {
        return handle(kind, ADA);
    }

    private Effect handle(Kind kind, Patient patient) {
        Recipient recipient = new Recipient(patient.id(), patient.version(), new AppointmentId("a"),
                Optional.empty());
        return ((Disposition.Accepted) handle.handle(new MailEvent(kind, Optional.of(recipient)))).effect();
    }

    private Patient ada() {
        return store.find(Given.ADA).orElseThrow();
    }
}
