package clinic.appointments.model;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Names of the IANA time zone database, aliases included. The JDK leaves four of them out, which are links to other
 * zones there, and has {@code SystemV/…} besides, which the database does not know. A fixed offset is no name: it would
 * be wrong half of the year.
 */
public final class TimeZoneName {

    private static final Map<String, String> LEFT_OUT = Map.of("EST", "America/Panama", "MST", "America/Phoenix", "HST",
            "Pacific/Honolulu", "ROC", "Asia/Taipei");
    private static final String NOT_OF_THE_DATABASE = "SystemV/";

    private TimeZoneName() {
    }

    /** The zone of a name; empty when the database has none of that name. */
    public static Optional<ZoneId> find(String name) {
        String known = LEFT_OUT.getOrDefault(name, name);
        return Optional.of(known)
                .filter(id -> ZoneId.getAvailableZoneIds().contains(id) && !id.startsWith(NOT_OF_THE_DATABASE))
                .map(ZoneId::of);
    }
}
