package clinic.appointments.local.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The calendars of a service, and the requests that change them. The service behind the page knows how. */
public interface DayBook {

    /** Some whose days can be shown, such as {@code room:r1}, each with the next date that has something on it. */
    Map<String, LocalDate> owners();

    /** A day of one of them. */
    Day read(String owner, LocalDate date);

    /** The time zone of the days. */
    ZoneId zone();

    /**
     * The request of a client that a command stands for.
     *
     * @param command {@code book}, {@code move} or {@code cancel}
     * @param fields of the form
     */
    ApiRequest request(String command, Map<String, String> fields);

    /**
     * A day.
     *
     * @param entries what takes time on it, by start
     * @param free stretches of time that can be booked, by start
     * @param absences in which nothing can be booked
     */
    record Day(List<Entry> entries, List<Stretch> free, List<Absence> absences) {

        public Day {
            entries = List.copyOf(entries);
            free = List.copyOf(free);
            absences = List.copyOf(absences);
        }
    }

    /**
     * A time in which a resource takes no appointments.
     *
     * @param id of its block
     */
    record Absence(String id, Stretch time) {
    }

    /**
     * An entry of a day.
     *
     * @param claimed the time with its buffers
     * @param with whom or what else it occupies
     */
    record Entry(String id, String status, Stretch time, Stretch claimed, String with) {
    }

    /** A stretch of time. */
    record Stretch(Instant start, Instant end) {
    }

    /**
     * A request to the HTTP API.
     *
     * @param path below the API's address
     * @param body as JSON
     */
    record ApiRequest(String path, String body) {
    }
}
