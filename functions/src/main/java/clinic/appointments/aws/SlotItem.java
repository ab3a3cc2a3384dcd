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
 * The time of an appointment as attributes of its item. The ends are left out when they follow from a length in whole
 * minutes; they are texts in items of earlier versions, and on a day on which the clocks change in between.
 */
final class SlotItem {

    private static final String DATE = "appointmentDate";
    private static final String START = "startTime";
    private static final String END = "endTime";
    private static final String ZONE = "timeZone";
    private static final String END_AT = "endAt";
    private static final String MINUTES = "minutes";

    private SlotItem() {
    }

    static void write(TimeSlot slot, Attributes item) {
        item.text(DATE, slot.date().toString()).text(START, slot.start().toString()).text(ZONE, slot.zone().getId())
                .text(AppointmentsTable.START_AT, slot.interval().start().toString());
        writeEnd(slot, PlaceItem.lengthOf(slot.start(), slot.end()), item);
    }

    private static void writeEnd(TimeSlot slot, long minutes, Attributes item) {
        if (slot.start().plusMinutes(minutes).equals(slot.end())
                && slot.interval().start().plus(Duration.ofMinutes(minutes)).equals(slot.interval().end())) {
            item.number(MINUTES, minutes);
        } else {
            item.text(END, slot.end().toString()).text(END_AT, slot.interval().end().toString());
        }
    }

    static TimeSlot read(Attributes item) {
        LocalTime start = LocalTime.parse(item.text(START));
        Instant startAt = item.instant(AppointmentsTable.START_AT);
        LocalTime end = item.optionalText(END).map(LocalTime::parse)
                .orElseGet(() -> start.plusMinutes(item.number(MINUTES)));
        Instant endAt = item.optionalText(END_AT).map(Instant::parse)
                .orElseGet(() -> startAt.plus(Duration.ofMinutes(item.number(MINUTES))));
        return StoredSlot.of(new LocalSlot(LocalDate.parse(item.text(DATE)), start, end), item.text(ZONE),
                new Interval(startAt, endAt));
    }
}
