package clinic.appointments.aws;

import java.time.Instant;
import java.util.List;

import clinic.appointments.model.HistoryEntry;

/**
 * The times of reminders as stored within an appointment's item. Most are the time of a change of the appointment, and
 * stored as its version; the others are in milliseconds since the epoch.
 */
record ReminderTimes(List<HistoryEntry> history) {

    /** No appointment has so many versions, and no reminder was due in the first second of the epoch. */
    private static final long MAX_VERSION = 1000;

    void write(String name, Instant time, Attributes map) {
        history.stream().filter(entry -> entry.provenance().at().equals(time) && isVersion(entry.version()))
                .findFirst()
                .ifPresentOrElse(entry -> map.number(name, entry.version()), () -> writeTime(name, time, map));
    }

    Instant read(String name, Attributes map) {
        return map.optionalNumber(name).filter(ReminderTimes::isVersion).map(this::timeOf)
                .orElseGet(() -> map.time(name));
    }

    private static void writeTime(String name, Instant time, Attributes map) {
        if (isVersion(time.toEpochMilli())) {
            map.text(name, time.toString());
        } else {
            map.time(name, time);
        }
    }

    private Instant timeOf(long version) {
        return history.stream().filter(entry -> entry.version() == version).findFirst()
                .map(entry -> entry.provenance().at()).orElseThrow();
    }

    private static boolean isVersion(long number) {
        return number > 0 && number <= MAX_VERSION;
    }
}
