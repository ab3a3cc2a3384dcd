package clinic.appointments.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import clinic.appointments.fixture.Given;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.Disposition;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.request.RequestUseCases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Bookings from a pool that race each other, on the real database engine. */
@ExtendWith(StageExtension.class)
class PoolRaceTest {

    private static final int RACERS = 64;
    private static final int MEMBERS = 8;
    private static final ResourceId POOL = ResourceId.of("pool:p");
    private static final TimeSlot NINE = Given.slot("09:00", "10:00");

    private final DynamoDbClient client;
    private final EngineTables tables;

    PoolRaceTest(LocalStage stage) {
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
    void bookExactlyAsManyAsThePoolHasMembers() throws ExecutionException, InterruptedException {
        List<ResourceId> members = members(MEMBERS);
        tables.ports().resources().save(Given.pool("p", members.toArray(ResourceId[]::new)));

        List<Disposition> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(RACERS)) {
            List<Future<Disposition>> racing = IntStream.range(0, RACERS)
                    .mapToObj(number -> threads.submit(() -> book("a" + number, number))).toList();
            for (Future<Disposition> each : racing) {
                outcomes.add(each.get());
            }
        }

        assertThat(outcomes.stream().filter(Disposition.Accepted.class::isInstance)).hasSize(MEMBERS);
        assertThat(outcomes.stream().filter(outcome -> outcome instanceof Disposition.Rejected rejected
                && rejected.reason() == RejectionReason.SLOT_TAKEN)).hasSize(RACERS - MEMBERS);
        assertThat(IntStream.range(0, RACERS).mapToObj(number -> tables.ports().appointments()
                .find(new AppointmentId("a" + number))).flatMap(Optional::stream)
                .flatMap(booked -> booked.booking().resources().stream()))
                .containsExactlyInAnyOrderElementsOf(members);
    }

    private Disposition book(String id, int number) {
        Booking booking = Given.bookingOf(patient(number), id, NINE, POOL);
        return handle(id, new AppointmentCommand.Book(booking));
    }

    private Disposition handle(String request, AppointmentCommand.RequestCommand command) {
        return new RequestUseCases(tables.ports(), _ -> {}, Given.POLICY)
                .handle(Given.request(new RequestId(request), command));
    }

    private static PatientId patient(int number) {
        return new PatientId("patient-" + number);
    }

    private static List<ResourceId> members(int count) {
        return IntStream.range(0, count).mapToObj(number -> ResourceId.of("nurse:" + number)).toList();
    }
}
