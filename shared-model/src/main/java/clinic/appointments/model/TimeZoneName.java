package clinic.appointments.model;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * A time zone name: a name in the IANA time zone database, aliases included. The JDK lacks four of them, which are
 * links to other zones, and has {@code SystemV/…} names that the database lacks. A fixed offset is not a name: it would
 * be wrong for half of the year.
 */
public final class TimeZoneName {

    private static final Map<String, String> LEFT_OUT = Map.of("EST", "America/Panama", "MST", "America/Phoenix", "HST",
            "Pacific/Honolulu", "ROC", "Asia/Taipei");
    private static final String NOT_OF_THE_DATABASE = "SystemV/";

    private TimeZoneName() {
    }

    /** The zone with the given name; empty when the database has no such name. */
    public static Optional<ZoneId> find(String name) {
        String known = LEFT_OUT.getOrDefault(name, name);
        return Optional.of(known)
                .filter(id -> ZoneId.getAvailableZoneIds().contains(id) && !id.startsWith(NOT_OF_THE_DATABASE))
                .map(ZoneId::of);
    }
}
