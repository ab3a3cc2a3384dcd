package clinic.appointments.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.Booking;
import clinic.appointments.model.HistoryEntry;
import clinic.appointments.model.Interval;
import clinic.appointments.model.LocalSlot;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.TimeSlot;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An appointment as an item of {@link AppointmentsTable}: one item, the whole aggregate. Attributes that are also
 * message fields keep their names; repeated attributes have short ones.
 */
final class AppointmentItem {

    static final String STATUS = "status";
    static final String VERSION = "version";
    static final String REMINDERS = "reminders";
    static final String NOTES = "notes";

    private static final String UPDATED_AT = "updatedAt";
    static final String HISTORY = "history";
    private static final String HOLD = "holdExpiresAt";
    private static final String BUFFERS = "buffers";
    private static final String DATE = "appointmentDate";
    private static final String START = "startTime";
    private static final String END = "endTime";
    private static final String ZONE = "timeZone";
    private static final String END_AT = "endAt";
    private static final String RESOURCES = "resourceIds";
    private static final String CREATED_AT = "createdAt";

    private AppointmentItem() {
    }

    static Map<String, AttributeValue> key(AppointmentId id) {
        return Map.of(AppointmentsTable.KEY, Attributes.textOf(id.value()));
    }

    static Map<String, AttributeValue> of(Appointment appointment) {
        Attributes item = Attributes.empty().text(AppointmentsTable.KEY, appointment.id().value())
                .text(AppointmentsTable.PATIENT_ID, appointment.patientId().value())
                .text(AppointmentsTable.STATUS_DATE, statusDate(appointment))
                .text(STATUS, appointment.status().name()).number(VERSION, appointment.version())
                .text(NOTES, appointment.booking().notes()).text(CREATED_AT, appointment.createdAt().toString())
                .text(UPDATED_AT, appointment.updatedAt().toString())
                .list(HISTORY, appointment.history().stream().map(HistoryItem::of).toList())
                .map(REMINDERS, ReminderItem.of(appointment.reminders()))
                .text(HOLD, appointment.holdExpiresAt().map(Instant::toString))
                .number(AppointmentsTable.TTL, appointment.forgottenAt().map(Instant::getEpochSecond))
                .map(BUFFERS, appointment.buffers().byKind(), BufferItem::of);
        writeSlot(appointment, item);
        writeResources(appointment.booking().resources(), item);
        return item.item();
    }

    static Appointment read(Map<String, AttributeValue> stored) {
        Attributes item = Attributes.of(stored);
        return new Appointment(booking(item), BufferItem.read(item.map(BUFFERS)),
                item.optionalText(HOLD).map(Instant::parse),
                item.optionalNumber(AppointmentsTable.TTL).map(Instant::ofEpochSecond),
                history(item), ReminderItem.read(item.map(REMINDERS)));
    }

    /** The history, required: without it the appointment would have no status. */
    private static List<HistoryEntry> history(Attributes item) {
        if (item.list(HISTORY).isEmpty()) {
            throw new IllegalStateException("an item has no attribute " + HISTORY);
        }
        return item.list(HISTORY).stream().map(HistoryItem::read).toList();
    }

    /** Partition of {@link AppointmentsTable#BY_STATUS}. */
    static String statusDate(Appointment appointment) {
        return statusDate(appointment.status(), appointment.booking().slot().date());
    }

    static String statusDate(AppointmentStatus status, LocalDate date) {
        return status + "#" + date;
    }

    private static void writeSlot(Appointment appointment, Attributes item) {
        TimeSlot slot = appointment.booking().slot();
        item.text(DATE, slot.date().toString()).text(START, slot.start().toString()).text(END, slot.end().toString())
                .text(ZONE, slot.zone().getId()).text(AppointmentsTable.START_AT, appointment.startAt().toString())
                .text(END_AT, appointment.interval().end().toString());
    }

    private static void writeResources(List<ResourceId> resources, Attributes item) {
        if (!resources.isEmpty()) {
            item.list(RESOURCES, resources.stream().map(ResourceId::toString).map(Attributes::textOf).toList());
        }
    }

    private static Booking booking(Attributes item) {
        LocalSlot local = new LocalSlot(LocalDate.parse(item.text(DATE)), LocalTime.parse(item.text(START)),
                LocalTime.parse(item.text(END)));
        TimeSlot slot = StoredSlot.of(local, item.text(ZONE),
                new Interval(item.instant(AppointmentsTable.START_AT), item.instant(END_AT)));
        return new Booking(new AppointmentId(item.text(AppointmentsTable.KEY)),
                new PatientId(item.text(AppointmentsTable.PATIENT_ID)),
                item.list(RESOURCES).stream().map(AttributeValue::s).map(ResourceId::of).toList(), slot,
                item.optionalText(NOTES));
    }
}
