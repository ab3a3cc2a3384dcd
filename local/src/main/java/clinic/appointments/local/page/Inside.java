package clinic.appointments.local.page;

import java.util.List;
import java.util.Map;

/**
 * What is inside a box of the map.
 *
 * @param facts settings from the template, by name
 * @param contents the first things inside, as text
 */
public record Inside(String id, Kind kind, Map<String, String> facts, List<String> contents) {
}
