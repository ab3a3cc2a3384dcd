package clinic.appointments.infrastructure.storage;

import java.util.List;

/**
 * A table as monitoring sees it.
 *
 * @param id construct id
 * @param name physical name
 * @param indexes names of its indexes
 */
public record WatchedTable(String id, String name, List<String> indexes) {
}
