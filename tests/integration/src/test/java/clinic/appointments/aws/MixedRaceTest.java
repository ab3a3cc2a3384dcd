package clinic.appointments.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.TimeSlot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bookings of named resources and from a pool, moves, cancellations and blocks of the same hours, all at once on the
 * real database engine.
 */
@ExtendWith(StageExtension.class)
class MixedRaceTest {

    private static final int RACERS = 64;
    private static final List<TimeSlot> TIMES = List.of(Given.slot("09:00", "10:00"), Given.slot("09:30", "10:30"),
            Given.slot("10:00", "11:00"), Given.slot("10:15", "10:45"));

    private final DynamoDbClient client;
    private final EngineTables tables;

    MixedRaceTest(LocalStage stage) {
        client = EngineTables.client(stage);
        tables = EngineTables.create(stage, client);
    }

    @BeforeEach
    void registerEverybody() {
        IntStream.range(0, RACERS).forEach(number -> tables.ports().patients().save(Given.patient(patient(number))));
    }

    @AfterEach
    void close() {
        tables.close();
        client.close();
    }

    @Test
    void givesNothingToTwoAndRefusesNobodyForNothing() throws ExecutionException, InterruptedException {
        List<Racer> racers = race(20260317);

        RaceJudge judge = new RaceJudge(all(racers, Racer::tenures));
        List<Refused> refused = all(racers, Racer::refused);
        assertThat(judge.conflicts()).isEmpty();
        assertThat(judge.refusedForNothing(refused)).isEmpty();
        assertThat(judge.blockedInSpiteOf(all(racers, Racer::exclusive))).isEmpty();
        assertThat(judge.tenures()).as("given").hasSizeGreaterThan(RACERS);
        assertThat(refused).as("refused").hasSizeGreaterThan(RACERS / 2);
    }

    private List<Racer> race(long seed) throws ExecutionException, InterruptedException {
        List<ResourceId> members = named("nurse", 8);
        tables.ports().resources().save(Given.pool("p", members.toArray(ResourceId[]::new)));
        Racer.Course course = new Racer.Course(new AtomicLong(), ResourceId.of("pool:p"), members,
                named("room", 4), TIMES);
        try (ExecutorService threads = Executors.newFixedThreadPool(RACERS)) {
            List<Future<Racer>> racing = IntStream.range(0, RACERS)
                    .mapToObj(number -> new Racer("r" + number, patient(number), tables.ports(), course, seed + number))
                    .map(threads::submit).toList();
            List<Racer> racers = new ArrayList<>();
            for (Future<Racer> each : racing) {
                racers.add(each.get());
            }
            return racers;
        }
    }

    private static <T> List<T> all(List<Racer> racers, Function<Racer, Stream<T>> part) {
        return racers.stream().flatMap(part).toList();
    }

    private static PatientId patient(int number) {
        return new PatientId("patient-" + number);
    }

    private static List<ResourceId> named(String kind, int count) {
        return IntStream.range(0, count).mapToObj(number -> ResourceId.of(kind + ":" + number)).toList();
    }
}
