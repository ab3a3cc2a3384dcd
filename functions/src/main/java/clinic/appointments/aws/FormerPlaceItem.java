package clinic.appointments.aws;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

import clinic.appointments.model.Interval;
import clinic.appointments.model.LocalSlot;
import clinic.appointments.model.Relocation.Place;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.TimeSlot;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A time and its resources as {@code [date, start, end, zone, startAt, endAt, resource...]}: the form of before
 * {@link PlaceItem}, and of times that are not in whole minutes.
 */
final class FormerPlaceItem {

    private static final int RESOURCES = 6;

    private FormerPlaceItem() {
    }

    static List<AttributeValue> of(Place place) {
        TimeSlot slot = place.slot();
        return Stream.concat(
                Stream.of(slot.date(), slot.start(), slot.end(), slot.zone(), slot.interval().start(),
                        slot.interval().end()),
                place.resources().stream()).map(Object::toString).map(Attributes::textOf).toList();
    }

    static Place read(List<AttributeValue> stored) {
        List<String> texts = stored.stream().map(AttributeValue::s).toList();
        LocalSlot local = new LocalSlot(LocalDate.parse(texts.get(0)), LocalTime.parse(texts.get(1)),
                LocalTime.parse(texts.get(2)));
        Interval interval = new Interval(Instant.parse(texts.get(4)), Instant.parse(texts.get(5)));
        return new Place(StoredSlot.of(local, texts.get(3), interval),
                texts.stream().skip(RESOURCES).map(ResourceId::of).toList());
    }
}
