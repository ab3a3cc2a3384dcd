package clinic.appointments.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
    /**
     * So many share tables, which keeps the engine's memory small. They come one after another: reconciliation looks at
     * all requests of a table.
     */
    private static final int PER_TABLES = 500;

    private final LocalStage stage;

    HistoriesOnTablesTest(LocalStage stage) {
        this.stage = stage;
    }

    @Test
    void agreeWithTheReferenceModel() throws InterruptedException, ExecutionException {
        List<String> found = new ArrayList<>();
        try (DynamoDbClient client = EngineTables.client(stage);
                ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int done = 0; done < HISTORIES && found.isEmpty(); done += AT_ONCE * PER_TABLES) {
                int share = Math.ceilDiv(Math.min(AT_ONCE * PER_TABLES, HISTORIES - done), AT_ONCE);
                long first = FIRST_SEED + done;
                List<Future<List<String>>> running = IntStream.range(0, AT_ONCE)
                        .mapToObj(number -> threads.submit(() -> differences(first + (long) number * share, share,
                                client)))
                        .toList();
                for (Future<List<String>> each : running) {
                    found.addAll(each.get());
                }
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
    private List<String> differences(long firstSeed, int histories, DynamoDbClient client) {
        try (EngineTables tables = EngineTables.create(stage, client)) {
            Trial trial = trial(tables);
            List<History> failing = LongStream.range(firstSeed, firstSeed + histories).mapToObj(History::of)
                    .filter(history -> trial.difference(history).isPresent()).toList();
            List<String> differences = new ArrayList<>(
                    failing.stream().limit(MAX_REPORTS).map(trial::report).flatMap(Optional::stream).toList());
            tables.misplaced().stream().limit(MAX_REPORTS)
                    .forEach(id -> differences.add(id + " is not where the sharded indexes should have it"));
            return differences;
        }
    }
}
