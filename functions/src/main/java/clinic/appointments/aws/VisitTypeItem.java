package clinic.appointments.aws;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.contract.ResourcesTable;
import clinic.appointments.model.Buffer;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.VisitType;
import clinic.appointments.model.VisitTypeDetails;
import clinic.appointments.model.VisitTypeId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A visit type as an item of {@link ResourcesTable}: its key begins with {@value ResourcesTable#VISIT_TYPE}, which no
 * resource's does; without {@code duration} it is retired.
 */
final class VisitTypeItem {

    private static final String DURATION = "duration";
    private static final String BUFFER = "buffer";
    private static final String RESOURCES = "resourceIds";
    private static final String NOTICE = "minimumNotice";
    private static final String HOLD = "hold";

    private VisitTypeItem() {
    }

    static Map<String, AttributeValue> key(VisitTypeId id) {
        return Map.of(ResourcesTable.KEY, Attributes.textOf(ResourcesTable.VISIT_TYPE + id));
    }

    static Map<String, AttributeValue> of(VisitType type) {
        Attributes item = Attributes.empty().text(ResourcesTable.KEY, ResourcesTable.VISIT_TYPE + type.id());
        type.details().ifPresent(details -> write(details, item));
        DefinedItem.write(type, item);
        return item.item();
    }

    private static void write(VisitTypeDetails details, Attributes item) {
        item.text(DURATION, details.duration().toString())
                .list(RESOURCES, Optional.of(details.resources()).filter(resources -> !resources.isEmpty())
                        .map(resources -> resources.stream().map(ResourceId::toString).map(Attributes::textOf)
                                .toList()))
                .text(NOTICE, details.minimumNotice().map(Duration::toString))
                .text(HOLD, details.hold().map(Duration::toString));
        details.buffer().ifPresent(buffer -> item.set(BUFFER, BufferItem.of(buffer)));
    }

    static VisitType read(Map<String, AttributeValue> stored) {
        Attributes item = Attributes.of(stored);
        return new VisitType(
                new VisitTypeId(item.text(ResourcesTable.KEY).substring(ResourcesTable.VISIT_TYPE.length())),
                item.optionalText(DURATION).map(Duration::parse).map(duration -> details(duration, item)),
                DefinedItem.version(item), DefinedItem.writer(item), DefinedItem.updatedAt(item));
    }

    private static VisitTypeDetails details(Duration duration, Attributes item) {
        return new VisitTypeDetails(duration, buffer(item), resources(item),
                item.optionalText(NOTICE).map(Duration::parse), item.optionalText(HOLD).map(Duration::parse));
    }

    private static Optional<Buffer> buffer(Attributes item) {
        return item.value(BUFFER).map(BufferItem::read);
    }

    private static List<ResourceId> resources(Attributes item) {
        return item.list(RESOURCES).stream().map(AttributeValue::s).map(ResourceId::of).toList();
    }
}
