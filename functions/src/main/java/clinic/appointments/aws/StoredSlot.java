package clinic.appointments.aws;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import clinic.appointments.model.Interval;
import clinic.appointments.model.LocalSlot;
import clinic.appointments.model.TimeSlot;

/** A time slot as stored, readable even when its zone is gone: the time zone database drops and renames some. */
final class StoredSlot {

    private StoredSlot() {
    }

    static TimeSlot of(LocalSlot local, String zone, Interval interval) {
        return new TimeSlot(local, Attributes.zoneOf(zone).orElseGet(() -> offset(local, interval)), interval);
    }

    /** The offset of local time from UTC at the stored start, for a zone that is no longer known. */
    private static ZoneId offset(LocalSlot local, Interval interval) {
        LocalDateTime utc = LocalDateTime.ofInstant(interval.start(), ZoneOffset.UTC);
        LocalDateTime start = local.date().atTime(local.start());
        return ZoneOffset.ofTotalSeconds(Math.toIntExact(Duration.between(utc, start).toSeconds()));
    }
}
