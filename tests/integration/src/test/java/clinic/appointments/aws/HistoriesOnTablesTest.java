package clinic.appointments.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

import clinic.appointments.fixture.reference.History;
import clinic.appointments.fixture.reference.Rules;
import clinic.appointments.fixture.trial.Names;
import clinic.appointments.fixture.trial.Trial;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.stage.LocalStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The use cases, codecs and adapters on the real database engine do what the reference model says, on a clock that need
 * not be waited for. How many histories is said by {@code -Dhistories=N}, where they begin by {@code -Dseed=N}.
 */
@ExtendWith(StageExtension.class)
class HistoriesOnTablesTest {

    private static final int HISTORIES = Integer.getInteger("histories", 500);
    private static final long FIRST_SEED = Long.getLong("seed", 0);
    private static final int FEW = 50;
    private static final int AT_ONCE = 2;
    /** One difference is read at a time, and the shortest history that shows it takes time to find. */
    private static final int MAX_REPORTS = 3;
    /** So many share tables, which keeps the engine's memory small. */
    private static final int PER_TABLES = 1000;

    private final LocalStage stage;

    HistoriesOnTablesTest(LocalStage stage) {
        this.stage = stage;
    }

    @Test
    void agreeWithTheReferenceModel() throws InterruptedException, ExecutionException {
        List<String> found = new ArrayList<>();
        try (DynamoDbClient client = EngineTables.client(stage);
                ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int done = 0; done < HISTORIES && found.isEmpty(); done += PER_TABLES) {
                found.addAll(differences(FIRST_SEED + done, Math.min(PER_TABLES, HISTORIES - done), client, threads));
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void findAServiceOutThatForgetsBuffers() {
        try (DynamoDbClient client = EngineTables.client(stage);
                EngineTables tables = EngineTables.create(stage, client)) {
            Trial forgetful = trial(tables).withServiceOf(Rules.STRICT.withKind("room", Rules.Kind.PLAIN));

            assertThat(LongStream.range(0, FEW).mapToObj(History::of).map(forgetful::difference)
                    .flatMap(Optional::stream).findFirst()).isPresent();
        }
    }

    private static Trial trial(EngineTables tables) {
        return Trial.of(tables::ports, () -> new Names(UUID.randomUUID().toString().substring(0, 18)));
    }

    /** The differences that the histories from that seed on show; of several the first ones only. */
    private List<String> differences(long firstSeed, int histories, DynamoDbClient client, ExecutorService threads)
            throws InterruptedException, ExecutionException {
        try (EngineTables tables = EngineTables.create(stage, client)) {
            Trial trial = trial(tables);
            List<Future<Optional<History>>> running = LongStream.range(firstSeed, firstSeed + histories)
                    .mapToObj(History::of).map(history -> threads.submit(() -> failing(trial, history))).toList();
            List<History> failing = new ArrayList<>();
            for (Future<Optional<History>> each : running) {
                each.get().ifPresent(failing::add);
            }
            List<String> differences = new ArrayList<>(
                    failing.stream().limit(MAX_REPORTS).map(trial::report).flatMap(Optional::stream).toList());
            tables.misplaced().stream().limit(MAX_REPORTS)
                    .forEach(id -> differences.add(id + " is not where the sharded indexes should have it"));
            return differences;
        }
    }

    private static Optional<History> failing(Trial trial, History history) {
        return trial.difference(history).map(_ -> history);
    }
}
