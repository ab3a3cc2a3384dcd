package clinic.appointments.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Decision;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The whole item of an appointment, and the condition of its write: nothing was written since it was read. */
record AppointmentWrite(Map<String, AttributeValue> item, String condition, Map<String, String> names,
        Map<String, AttributeValue> values) {

    private static final String ABSENT = "attribute_not_exists(" + AppointmentsTable.KEY + ")";
    /** Reminder states do not raise the version, so they are compared, too; so are marks and notes where all is put. */
    static final String UNCHANGED = "#version = :seen AND (#reminders = :reminders OR #former = :former)";
    static final Map<String, String> NAMES = Map.of("#version", AppointmentItem.VERSION, "#reminders",
            ReminderItem.NAME, "#former", FormerReminderItem.NAME);
    private static final String SAME_NOTES = " AND #notes = :notes";

    static AppointmentWrite of(Decision.Granted granted, AppointmentTable table) {
        Map<String, AttributeValue> item = table.item(granted.appointment());
        return granted.before().map(before -> changing(item, before))
                .orElseGet(() -> new AppointmentWrite(item, ABSENT, Map.of(), Map.of()));
    }

    private static AppointmentWrite changing(Map<String, AttributeValue> item, Appointment before) {
        Attributes values = seen(before).text(":notes", before.booking().notes());
        MarksItem.write(before.marks(), ":marks", values);
        Optional<String> notes = before.booking().notes();
        return new AppointmentWrite(item,
                UNCHANGED + " AND " + MarksItem.unchanged(before.marks()) + (notes.isPresent() ? SAME_NOTES : ""),
                names(notes.isPresent()), values.item());
    }

    /** The attribute names of the condition: DynamoDB refuses names that the condition does not use. */
    private static Map<String, String> names(boolean withNotes) {
        Map<String, String> names = new HashMap<>(NAMES);
        names.put("#marks", MarksItem.NAME);
        if (withNotes) {
            names.put("#notes", AppointmentItem.NOTES);
        }
        return names;
    }

    /** The values of {@link #UNCHANGED}: the reminders are stored in the present form or in the former one. */
    static Attributes seen(Appointment before) {
        return Attributes.empty().number(":seen", before.version())
                .map(":reminders", ReminderItem.of(before))
                .map(":former", FormerReminderItem.of(before.reminders()));
    }
}
