package clinic.appointments.benchmark;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

import clinic.appointments.contract.CalendarsTable;

/**
 * An appointment that is asked for.
 *
 * @param start local time, far enough from midnight for the UTC date to be the same
 */
record Booking(String patient, LocalDate date, LocalTime start, List<String> resources) {

    /** The same with these resources. */
    Booking with(List<String> others) {
        return new Booking(patient, date, start, others);
    }

    /** Keys of the items that it claims in {@link CalendarsTable}. */
    List<String> calendarIds() {
        return Stream.concat(Stream.of("patient#" + patient), resources.stream().map("resource#"::concat))
                .map(owner -> owner + "#" + date).toList();
    }
}
