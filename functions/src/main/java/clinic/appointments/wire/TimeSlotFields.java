package clinic.appointments.wire;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

import clinic.appointments.model.TimeSlot;
import clinic.appointments.model.TimeZoneName;

/** A time slot's four fields on the wire: {@code appointmentDate, startTime, endTime, timeZone}. */
final class TimeSlotFields {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private TimeSlotFields() {
    }

    static TimeSlot read(Fields fields, ZoneId defaultZone) {
        LocalDate date = fields.date("appointmentDate");
        LocalTime start = time(fields, "startTime");
        LocalTime end = time(fields, "endTime");
        return new TimeSlot(date, start, end, zone(fields).orElse(defaultZone));
    }

    static java.util.Optional<ZoneId> zone(Fields fields) {
        return fields.optionalParsed("timeZone", name -> TimeZoneName.find(name).orElseThrow(),
                "must be an IANA zone such as Europe/Berlin");
    }

    private static LocalTime time(Fields fields, String field) {
        return fields.parsed(field, text -> LocalTime.parse(text, TIME), "must be a time such as 09:30");
    }
}
