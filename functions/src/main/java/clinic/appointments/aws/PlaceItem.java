package clinic.appointments.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import clinic.appointments.model.Interval;
import clinic.appointments.model.LocalSlot;
import clinic.appointments.model.Relocation.Place;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.TimeSlot;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A time and its resources within a history entry, in minutes: {@code [local start, local length, offset from UTC,
 * length, zone, resource...]}. The local start is that of a clock that began with the epoch. Times that are not in
 * whole minutes, and those of earlier versions, are lists of texts ({@link FormerPlaceItem}).
 */
final class PlaceItem {

    private static final int SECONDS_A_MINUTE = 60;
    private static final int MINUTES_A_DAY = 1440;
    private static final int NUMBERS = 4;

    private PlaceItem() {
    }

    static List<AttributeValue> of(Place place) {
        List<AttributeValue> minutes = minutes(place);
        return read(minutes).equals(place) ? minutes : FormerPlaceItem.of(place);
    }

    static Place read(List<AttributeValue> stored) {
        if (stored.getFirst().n() == null) {
            return FormerPlaceItem.read(stored);
        }
        long[] minutes = stored.stream().limit(NUMBERS).map(AttributeValue::n).mapToLong(Long::parseLong).toArray();
        List<String> texts = stored.stream().skip(NUMBERS).map(AttributeValue::s).toList();
        return new Place(slot(minutes, texts.getFirst()), texts.stream().skip(1).map(ResourceId::of).toList());
    }

    private static List<AttributeValue> minutes(Place place) {
        TimeSlot slot = place.slot();
        LocalDateTime start = slot.date().atTime(slot.start());
        Interval interval = slot.interval();
        long local = start.toEpochSecond(ZoneOffset.UTC);
        LongStream numbers = LongStream.of(local / SECONDS_A_MINUTE, lengthOf(slot.start(), slot.end()),
                (local - interval.start().getEpochSecond()) / SECONDS_A_MINUTE,
                Duration.between(interval.start(), interval.end()).toMinutes());
        return Stream.concat(numbers.mapToObj(Attributes::numberOf), Stream.concat(
                Stream.of(slot.zone().getId()), place.resources().stream().map(ResourceId::toString))
                .map(Attributes::textOf)).toList();
    }

    private static TimeSlot slot(long[] minutes, String zone) {
        LocalDateTime local = LocalDateTime.ofEpochSecond(minutes[0] * SECONDS_A_MINUTE, 0, ZoneOffset.UTC);
        Instant start = Instant.ofEpochSecond((minutes[0] - minutes[2]) * SECONDS_A_MINUTE);
        LocalSlot slot = new LocalSlot(local.toLocalDate(), local.toLocalTime(),
                local.toLocalTime().plusMinutes(minutes[1]));
        return StoredSlot.of(slot, zone, new Interval(start, start.plus(Duration.ofMinutes(minutes[3]))));
    }

    /** Minutes of a local slot; midnight is the end of its date. */
    static long lengthOf(LocalTime start, LocalTime end) {
        long minutes = Duration.between(start, end).toMinutes();
        return minutes > 0 ? minutes : minutes + MINUTES_A_DAY;
    }
}
