package clinic.appointments.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.TableScan;
import clinic.appointments.model.Interval;
import com.fasterxml.jackson.databind.JsonNode;

/** All appointments of a stage, read past the service. */
record Appointments(LocalStage stage) {

    List<JsonNode> all() {
        String table = stage.deployment().table(AppointmentsTable.ID).name();
        return TableScan.items(stage, table);
    }

    /** Who is booked twice for the same time: patients and resources, each with the two appointments. */
    static List<String> overlaps(List<JsonNode> appointments) {
        Map<String, List<JsonNode>> byOwner = new HashMap<>();
        for (JsonNode item : appointments) {
            if (text(item, "status").equals("CANCELLED")) {
                continue;
            }
            owners(item).forEach(owner -> byOwner.computeIfAbsent(owner, _ -> new ArrayList<>()).add(item));
        }
        List<String> found = new ArrayList<>();
        byOwner.forEach((owner, items) -> found.addAll(overlaps(owner, items)));
        return found;
    }

    private static List<String> overlaps(String owner, List<JsonNode> items) {
        List<String> found = new ArrayList<>();
        for (int one = 0; one < items.size(); one++) {
            for (int other = one + 1; other < items.size(); other++) {
                if (interval(items.get(one)).overlaps(interval(items.get(other)))) {
                    found.add(owner + ": " + text(items.get(one), "appointmentId") + " and "
                            + text(items.get(other), "appointmentId"));
                }
            }
        }
        return found;
    }

    private static List<String> owners(JsonNode item) {
        List<String> owners = new ArrayList<>(List.of("patient " + text(item, "patientId")));
        item.path("resourceIds").path("L").forEach(id -> owners.add("resource " + id.path("S").asText()));
        return owners;
    }

    /** An item has the instant of its end only when the clocks change in between. */
    private static Interval interval(JsonNode item) {
        Instant start = Instant.parse(text(item, "startAt"));
        long minutes = Duration
                .between(LocalTime.parse(text(item, "startTime")), LocalTime.parse(text(item, "endTime")))
                .toMinutes();
        Instant end = start.plus(Duration.ofMinutes(Math.floorMod(minutes, 1440L)));
        return new Interval(start, item.has("endAt") ? Instant.parse(text(item, "endAt")) : end);
    }

    private static String text(JsonNode item, String attribute) {
        return item.path(attribute).path("S").asText();
    }
}
