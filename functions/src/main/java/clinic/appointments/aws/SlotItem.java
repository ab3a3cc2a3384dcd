package clinic.appointments.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.Interval;
import clinic.appointments.model.LocalSlot;
import clinic.appointments.model.TimeSlot;

/**
 * The time of an appointment as attributes of its item. The instant of its end is left out when it follows from the
 * local times; it is there in items of earlier versions, and when the clocks change in between.
 */
final class SlotItem {

    private static final String DATE = "appointmentDate";
    private static final String START = "startTime";
    private static final String END = "endTime";
    private static final String ZONE = "timeZone";
    private static final String END_AT = "endAt";

    private SlotItem() {
    }

    static void write(TimeSlot slot, Attributes item) {
        item.text(DATE, slot.date().toString()).text(START, slot.start().toString()).text(END, slot.end().toString())
                .text(ZONE, slot.zone().getId()).text(AppointmentsTable.START_AT, slot.interval().start().toString());
        if (!endAt(slot.interval().start(), slot.start(), slot.end()).equals(slot.interval().end())) {
            item.text(END_AT, slot.interval().end().toString());
        }
    }

    static TimeSlot read(Attributes item) {
        LocalTime start = LocalTime.parse(item.text(START));
        LocalTime end = LocalTime.parse(item.text(END));
        Instant startAt = item.instant(AppointmentsTable.START_AT);
        Instant endAt = item.optionalText(END_AT).map(Instant::parse).orElseGet(() -> endAt(startAt, start, end));
        return StoredSlot.of(new LocalSlot(LocalDate.parse(item.text(DATE)), start, end), item.text(ZONE),
                new Interval(startAt, endAt));
    }

    private static Instant endAt(Instant startAt, LocalTime start, LocalTime end) {
        return startAt.plus(Duration.ofMinutes(PlaceItem.lengthOf(start, end)));
    }
}
