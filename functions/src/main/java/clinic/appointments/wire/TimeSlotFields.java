package clinic.appointments.wire;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

import clinic.appointments.model.LocalSlot;
import clinic.appointments.model.OpenSlot;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.model.TimeZoneName;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The four JSON fields of a time slot: {@code appointmentDate, startTime, endTime, timeZone}. */
public final class TimeSlotFields {

    private static final String END_OF_DATE = "24:00";
    private static final String END_RULE = "must be a time such as 09:30, or 24:00";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm")
            .withResolverStyle(ResolverStyle.STRICT);

    private TimeSlotFields() {
    }

    static TimeSlot read(Fields fields, ZoneId defaultZone) {
        return local(fields).in(zone(fields).orElse(defaultZone));
    }

    private static LocalSlot local(Fields fields) {
        return new LocalSlot(date(fields), start(fields), fields.parsed("endTime", TimeSlotFields::end, END_RULE));
    }

    /** A time slot whose end may be left out. */
    static OpenSlot open(Fields fields) {
        return new OpenSlot(date(fields), start(fields),
                fields.optionalParsed("endTime", TimeSlotFields::end, END_RULE));
    }

    private static LocalDate date(Fields fields) {
        return fields.date("appointmentDate");
    }

    private static LocalTime start(Fields fields) {
        return fields.parsed("startTime", TimeSlotFields::time, "must be a time such as 09:30");
    }

    public static void write(TimeSlot slot, ObjectNode json) {
        json.put("appointmentDate", slot.date().toString()).put("startTime", slot.start().format(TIME))
                .put("endTime", slot.end().equals(LocalTime.MIDNIGHT) ? END_OF_DATE : slot.end().format(TIME))
                .put("timeZone", slot.zone().getId());
    }

    static java.util.Optional<ZoneId> zone(Fields fields) {
        return fields.optionalParsed("timeZone", name -> TimeZoneName.find(name).orElseThrow(),
                "must be an IANA zone such as Europe/Berlin");
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text, TIME);
    }

    /** Midnight is the end of the date, in both of its notations (ISO 8601-1, "Beginning and end of the day"). */
    private static LocalTime end(String text) {
        return text.equals(END_OF_DATE) ? LocalTime.MIDNIGHT : time(text);
    }
}
