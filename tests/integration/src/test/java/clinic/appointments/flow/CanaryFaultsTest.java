package clinic.appointments.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.Fault;
import clinic.appointments.local.gateway.FaultEffect;
import clinic.appointments.local.gateway.ServiceResponse;
import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.LocalStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static clinic.appointments.local.gateway.Service.DYNAMODB;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told about a patient stays in items, queued bodies and e-mails, whatever becomes of any call to AWS: kinds of
 * calls that functions make meet fates, and nothing else that functions let out at level DEBUG has a trace of it.
 *
 * <p>The faults wait for their calls, some calls apart, while story after story is told, so that most messages come
 * through in the end. In profile {@code proof} each of about forty kinds meets each of nine fates, which takes minutes;
 * else each kind meets two or three and each fate many kinds, and one kind of each service is not answered in time.
 */
@Tag("proof")
class CanaryFaultsTest {

    /** Calls of a kind between two faults, if a story has more; without any, few stories would come to their end. */
    private static final int PAUSE = 3;
    private static final int MAX_STORIES = 40;
    private static final List<CallFate> FATES = List.of(CallFate.values());
    private static final boolean EVERY_FATE = Boolean.getBoolean("every.fate");
    /** Without the whole cross, each kind meets one fate in so many. */
    private static final int SHARE = 4;
    private static final int MIN_KINDS = 35;
    private static final int MIN_STRIKES = EVERY_FATE ? MIN_KINDS * 8 : MIN_KINDS * 2;

    private static LocalStage stage;

    private final Canaries canaries = new Canaries();
    private final String quoted = canaries.word();
    private final List<String> refusals = new ArrayList<>();

    /** Of its own, for its faults. */
    @BeforeAll
    static void boot() {
        stage = LocalStage.boot(SchedulingStage.settings("dev").build());
    }

    @AfterAll
    static void close() {
        Optional.ofNullable(stage).ifPresent(LocalStage::close);
    }

    @Test
    void staysWhereItBelongsWhateverBecomesOfACall() throws InterruptedException, IOException {
        tell();
        List<CallKind> kinds = CallKind.on(stage);
        List<Strike> strikes = kinds.stream().flatMap(kind -> plant(kind, fates(kinds, kind))).toList();
        for (int story = 0; story < MAX_STORIES && !strikes.stream().allMatch(Strike::fired); story++) {
            tell();
        }

        assertThat(strikes.stream().filter(strike -> !strike.fired())).as("faults without a call").isEmpty();
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(MIN_KINDS);
        assertThat(strikes).hasSizeGreaterThanOrEqualTo(MIN_STRIKES);
        Leaks leaks = new Leaks(stage, canaries, refusals);
        leaks.areNone();
        quoteARefusal();
        assertThat(leaks.found()).as("one that a function would quote").containsOnlyKeys("logs");
    }

    /** A fault that waits. */
    private record Strike(CallKind kind, CallFate fate, Fault last) {

        boolean fired() {
            return last.fired();
        }

        @Override
        public String toString() {
            return kind + " " + fate;
        }
    }

    /** With new processes, which make some calls only once. */
    private void tell() throws InterruptedException {
        Stream.of(FunctionName.REQUEST, FunctionName.MANAGEMENT, FunctionName.QUERY).map(FunctionName::id)
                .forEach(stage::killFunction);
        refusals.addAll(new PatientStory(stage, canaries).tell());
    }

    private static List<CallFate> fates(List<CallKind> kinds, CallKind kind) {
        return FATES.stream().filter(fate -> fate.befalls(kind))
                .filter(fate -> EVERY_FATE || isShown(fate, kinds, kind)).toList();
    }

    private static boolean isShown(CallFate fate, List<CallKind> kinds, CallKind kind) {
        return fate == CallFate.TIMED_OUT
                ? kinds.stream().filter(other -> other.service() == kind.service()).findFirst().filter(kind::equals)
                        .isPresent()
                : (FATES.indexOf(fate) + kinds.indexOf(kind)) % SHARE == 0;
    }

    private Stream<Strike> plant(CallKind kind, List<CallFate> fates) {
        List<Strike> planted = new ArrayList<>();
        int pause = Math.min(PAUSE, kind.calls(stage) / 2);
        int next = 1;
        for (CallFate fate : fates) {
            FaultEffect effect = fate.effect(stage, kind, quoted);
            planted.add(new Strike(kind, fate, IntStream.range(next, next + fate.attempts()).mapToObj(
                    call -> stage.gateway().faults().add(kind.match(), call, fate.moment(), effect)).toList()
                    .getLast()));
            next += fate.attempts() + pause;
        }
        return planted.stream();
    }

    /** As if a function had logged what it was answered. */
    private void quoteARefusal() throws InterruptedException {
        Path log = stage.logDirectory().resolve(FunctionName.REQUEST.id() + ".log");
        Fault leak = stage.gateway().faults().before(
                CallMatch.of(DYNAMODB, "TransactWriteItems").by(FunctionName.REQUEST.id()),
                new FaultEffect.Answer(request -> logged(log, request.toString())));
        tell();
        assertThat(leak.fired()).isTrue();
    }

    private static ServiceResponse logged(Path log, String answer) {
        try {
            Files.writeString(log, answer + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ServiceResponse(400, answer, "ValidationException");
    }
}
