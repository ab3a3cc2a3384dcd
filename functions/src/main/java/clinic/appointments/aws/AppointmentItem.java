package clinic.appointments.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.HistoryEntry;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.Relocation.Place;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.TimeSlot;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An appointment as an item of {@link AppointmentsTable}: one item, the whole aggregate. Attributes that are also
 * message fields keep their names; repeated attributes have short ones. What follows from the rest is left out, so that
 * an item stays below the kilobyte of a write unit. Items of earlier versions are read.
 */
final class AppointmentItem {

    static final String VERSION = "version";
    static final String NOTES = "notes";

    private static final String HOLD = "holdExpiresAt";
    private static final String BUFFERS = "buffers";
    private static final String RESOURCES = "resourceIds";

    private AppointmentItem() {
    }

    static Map<String, AttributeValue> key(AppointmentId id) {
        return Map.of(AppointmentsTable.KEY, Attributes.textOf(id.value()));
    }

    static Map<String, AttributeValue> of(Appointment appointment) {
        Attributes item = Attributes.empty().text(AppointmentsTable.KEY, appointment.id().value())
                .text(AppointmentsTable.PATIENT_ID, appointment.patientId().value())
                .text(AppointmentsTable.STATUS, appointment.status().name()).number(VERSION, appointment.version())
                .text(NOTES, appointment.booking().notes()).list(HistoryItem.NAME, HistoryItems.of(appointment))
                .map(ReminderItem.NAME, ReminderItem.of(appointment))
                .text(HOLD, appointment.holdExpiresAt().map(Instant::toString))
                .number(AppointmentsTable.TTL, appointment.forgottenAt().map(Instant::getEpochSecond))
                .map(BUFFERS, appointment.buffers().byName(), BufferItem::of);
        MarksItem.write(appointment.marks(), MarksItem.NAME, item);
        appointment.booking().visit().ifPresent(visit -> item.set(VisitItem.NAME, VisitItem.of(visit)));
        SlotItem.write(appointment.slot(), item);
        writeResources(appointment.booking().resources(), item);
        return item.item();
    }

    static Appointment read(Map<String, AttributeValue> stored) {
        Attributes item = Attributes.of(stored);
        Booking booking = booking(item);
        List<HistoryEntry> history = history(item, new Place(booking.slot(), booking.resources()));
        return new Appointment(booking, BufferItem.read(item.map(BUFFERS)),
                item.optionalText(HOLD).map(Instant::parse),
                item.optionalNumber(AppointmentsTable.TTL).map(Instant::ofEpochSecond),
                history, reminders(item, history), MarksItem.read(item.map(MarksItem.NAME)));
    }

    /** The history, required: without it the appointment would have no status. */
    private static List<HistoryEntry> history(Attributes item, Place present) {
        if (item.has(FormerHistoryItem.NAME)) {
            return item.list(FormerHistoryItem.NAME).stream().map(FormerHistoryItem::read).toList();
        }
        if (item.list(HistoryItem.NAME).isEmpty()) {
            throw new IllegalStateException("an item has no attribute " + HistoryItem.NAME);
        }
        return HistoryItems.read(item.list(HistoryItem.NAME), present);
    }

    private static List<Reminder> reminders(Attributes item, List<HistoryEntry> history) {
        return item.has(FormerReminderItem.NAME)
                ? FormerReminderItem.read(item.map(FormerReminderItem.NAME))
                : ReminderItem.read(item.map(ReminderItem.NAME), history);
    }

    private static void writeResources(List<ResourceId> resources, Attributes item) {
        if (!resources.isEmpty()) {
            item.list(RESOURCES, resources.stream().map(ResourceId::toString).map(Attributes::textOf).toList());
        }
    }

    private static Booking booking(Attributes item) {
        TimeSlot slot = SlotItem.read(item);
        return new Booking(new AppointmentId(item.text(AppointmentsTable.KEY)),
                new PatientId(item.text(AppointmentsTable.PATIENT_ID)),
                item.list(RESOURCES).stream().map(AttributeValue::s).map(ResourceId::of).toList(), slot,
                item.optionalText(NOTES),
                item.value(VisitItem.NAME).map(visit -> VisitItem.read(visit, slot.interval().length())));
    }
}
