package clinic.appointments.local.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.contract.ResourcesTable;
import clinic.appointments.model.Buffer;
import clinic.appointments.model.OpeningHours;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.Resource;
import clinic.appointments.model.ResourceDetails;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.WorkingHours.Period;
import clinic.appointments.model.Writer;
import com.fasterxml.jackson.databind.JsonNode;

/** A stored item of {@link ResourcesTable}, in DynamoDB's JSON. */
final class StoredResource {

    private StoredResource() {
    }

    /** Whether it is a resource: pools, visit types and blocks are stored in the same table. */
    static boolean isResource(JsonNode item) {
        return Stream.of(ResourcesTable.POOL, ResourcesTable.VISIT_TYPE, ResourcesTable.BLOCK)
                .noneMatch(StoredItems.text(item, ResourcesTable.KEY)::startsWith);
    }

    static Resource read(JsonNode item) {
        return new Resource(ResourceId.of(StoredItems.text(item, ResourcesTable.KEY)),
                ZoneId.of(StoredItems.text(item, "timeZone")),
                item.has("active") ? Optional.of(details(item)) : Optional.empty(), number(item.path("version")),
                new Writer(RequestId.ofWritten(StoredItems.text(item, "definedBy")), instant(item, "sentAt")),
                instant(item, "updatedAt"));
    }

    private static ResourceDetails details(JsonNode item) {
        return new ResourceDetails(present(item, "hours").map(StoredResource::hours),
                present(item, "capacity").map(StoredResource::number), present(item, "buffer")
                        .map(StoredResource::buffer),
                present(item, "hold").map(hold -> Duration.parse(hold.path("S").asText())));
    }

    private static List<Period> hours(JsonNode hours) {
        return hours.path("L").valueStream().map(period -> period.path("M"))
                .map(period -> new Period(date(period, "from"), date(period, "to"),
                        OpeningHours.of(StoredItems.text(period, "weekly"))))
                .toList();
    }

    private static Buffer buffer(JsonNode minutes) {
        return new Buffer(Duration.ofMinutes(number(minutes.at("/L/0"))),
                Duration.ofMinutes(number(minutes.at("/L/1"))));
    }

    private static Optional<LocalDate> date(JsonNode period, String name) {
        return present(period, name).map(date -> LocalDate.parse(date.path("S").asText()));
    }

    private static Instant instant(JsonNode item, String name) {
        return Instant.parse(StoredItems.text(item, name));
    }

    private static int number(JsonNode attribute) {
        return attribute.path("N").asInt();
    }

    private static Optional<JsonNode> present(JsonNode item, String name) {
        return Optional.ofNullable(item.get(name));
    }
}
