package clinic.appointments.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import clinic.appointments.fixture.Given;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.DateRange;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.Page;
import clinic.appointments.runtime.InvocationThreads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PagesOverDatesTest {

    private static final int DATES = 5;
    private static final int A_DATE = 4;

    private final StubTable table = new StubTable();
    private final DynamoDbAppointmentSearch search = DynamoDbAppointmentSearch.leavingOutWhatCannotBeRead(table,
            StubTable.TABLE, new InvocationThreads());

    /** Four a date, every other one cancelled, so that pages begin and end within dates, shards and gaps. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 9, 10, 100})
    void areNeverLongerThanAskedAndShowEachAppointmentOnce(int size) {
        List<Appointment> all = IntStream.range(0, A_DATE * DATES).mapToObj(PagesOverDatesTest::appointment).toList();
        table.put(all.toArray(Appointment[]::new));
        List<Appointment> requested = all.stream()
                .filter(appointment -> appointment.status() == AppointmentStatus.REQUESTED).toList();
        List<Appointment> found = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(new PageRequest(size, Optional.empty()));
        while (next.isPresent()) {
            PageRequest request = next.get();
            Page<Appointment> page = search.ofStatus(AppointmentStatus.REQUESTED,
                    new DateRange(Given.DATE, Given.DATE.plusDays(DATES - 1)), request);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            found.addAll(page.items());
            next = page.next().map(request::after);
        }

        assertThat(requested).hasSize(A_DATE * DATES / 2);
        assertThat(found).isEqualTo(requested);
    }

    private static Appointment appointment(int number) {
        TimeSlot nine = Given.slot("09:00", "09:30");
        Appointment requested = Given.requested(Given.booking("a" + number, TimeSlot.of(
                Given.DATE.plusDays(number / A_DATE), nine.start().plusHours(number % A_DATE),
                nine.end().plusHours(number % A_DATE), nine.zone())));
        return number % 2 == 0
                ? requested
                : requested.cancelled(Given.provenance(new RequestId("cancel")), Optional.empty(), Given.TERMS,
                        Given.DAY_AND_TWO_HOURS);
    }
}
