package clinic.appointments.aws;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.DateRange;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.BadCursorException;
import clinic.appointments.port.OpaqueCursor;
import clinic.appointments.port.Page;
import clinic.appointments.runtime.InvocationThreads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StatusIndexTest {

    private static final int SHARDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void asksAllShardsOfADateAtTheSameTime() {
        StatusIndex index = new StatusIndex(new Meeting(new CyclicBarrier(SHARDS)),
                new AppointmentTable("table", 1, SHARDS), new InvocationThreads());

        assertThat(index.ofDate(AppointmentStatus.REQUESTED, Given.DATE, PageRequest.first()))
                .isEqualTo(new Page<>(List.of(), Optional.empty()));
    }

    /** The busiest date of a clinic must not meet in one partition. */
    @Test
    void spreadsADateOverAllItsShards() {
        AppointmentTable table = new AppointmentTable("table", 1, SHARDS);

        assertThat(Stream.iterate(1, number -> number + 1).limit(100)
                .map(number -> Given.requested(Given.booking("a" + number, Given.slot("09:00", "09:30"))))
                .map(appointment -> table.placeByStart(appointment).get("dayShard").s()))
                .containsAll(table.shardsOf(Given.DATE).toList())
                .isSubsetOf(table.shardsOf(Given.DATE).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {" nonsense", " 0iw", " ", " 2026-03-17T08:00:00Z", " REQUESTED a"})
    void continuesAtNoPositionThatIsNone(String position) {
        assertThatThrownBy(() -> DatedCursor.read(OpaqueCursor.write(Given.DATE + position),
                DateRange.only(Given.DATE))).isInstanceOf(BadCursorException.class);
    }

    /** Each query waits until all are under way. */
    private record Meeting(CyclicBarrier all) implements DynamoDbClient {

        @Override
        public QueryResponse query(QueryRequest request) {
            try {
                all.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                return QueryResponse.builder().items(List.of()).build();
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                throw new IllegalStateException("a query waited alone", alone);
            }
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
