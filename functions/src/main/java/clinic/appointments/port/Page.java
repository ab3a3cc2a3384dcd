package clinic.appointments.port;

import java.util.List;
import java.util.Optional;

/**
 * Part of a list.
 *
 * @param next
 *            cursor of the next page; empty on the last. Opaque; it carries a position only, never which list
 */
public record Page<T>(List<T> items, Optional<String> next) {
}
