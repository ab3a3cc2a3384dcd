package clinic.appointments.aws;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.contract.ResourcesTable;
import clinic.appointments.model.OpeningHours;
import clinic.appointments.model.Resource;
import clinic.appointments.model.ResourceDetails;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.WorkingHours.Period;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A resource as an item of {@link ResourcesTable}; without {@code active} it is retired. */
final class ResourceItem {

    private static final String ZONE = "timeZone";
    private static final String ACTIVE = "active";
    private static final String HOURS = "hours";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String WEEKLY = "weekly";
    private static final String CAPACITY = "capacity";
    private static final String BUFFER = "buffer";
    private static final String HOLD = "hold";

    private ResourceItem() {
    }

    static Map<String, AttributeValue> key(ResourceId id) {
        return Map.of(ResourcesTable.KEY, Attributes.textOf(id.toString()));
    }

    static List<Map<String, AttributeValue>> keys(List<ResourceId> ids) {
        return ids.stream().map(ResourceItem::key).toList();
    }

    static Map<String, AttributeValue> of(Resource resource) {
        Attributes item = Attributes.empty().text(ResourcesTable.KEY, resource.id().toString())
                .text(ZONE, resource.zone().getId());
        DefinedItem.write(resource, item);
        resource.details().ifPresent(details -> write(details, item));
        return item.item();
    }

    private static void write(ResourceDetails details, Attributes item) {
        item.set(ACTIVE, AttributeValue.fromBool(true))
                .list(HOURS, details.hours().map(periods -> periods.stream().map(ResourceItem::period).toList()))
                .number(CAPACITY, details.capacity().map(Integer::longValue))
                .text(HOLD, details.hold().map(Duration::toString));
        details.buffer().ifPresent(buffer -> item.set(BUFFER, BufferItem.of(buffer)));
    }

    private static AttributeValue period(Period period) {
        return Attributes.empty().text(FROM, period.first().map(LocalDate::toString))
                .text(TO, period.last().map(LocalDate::toString)).text(WEEKLY, period.weekly().toString()).asMap();
    }

    static Resource read(Map<String, AttributeValue> stored) {
        Attributes item = Attributes.of(stored);
        return new Resource(ResourceId.of(item.text(ResourcesTable.KEY)), ZoneId.of(item.text(ZONE)),
                item.value(ACTIVE).map(_ -> details(item)), DefinedItem.version(item), DefinedItem.writer(item),
                DefinedItem.updatedAt(item));
    }

    private static ResourceDetails details(Attributes item) {
        return new ResourceDetails(
                item.value(HOURS).map(hours -> hours.l().stream().map(ResourceItem::period).toList()),
                item.optionalNumber(CAPACITY).map(Math::toIntExact), item.value(BUFFER).map(BufferItem::read),
                item.optionalText(HOLD).map(Duration::parse));
    }

    private static Period period(AttributeValue stored) {
        Attributes period = Attributes.of(stored.m());
        return new Period(date(period, FROM), date(period, TO), OpeningHours.of(period.text(WEEKLY)));
    }

    private static Optional<LocalDate> date(Attributes period, String name) {
        return period.optionalText(name).map(LocalDate::parse);
    }
}
