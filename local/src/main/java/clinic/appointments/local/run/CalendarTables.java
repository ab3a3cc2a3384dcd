package clinic.appointments.local.run;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.local.stage.LocalStage;

/** The names of two tables that have to agree: the appointments, and the calendars with their claims. */
record CalendarTables(String appointments, String calendars) {

    /** Those of a stage on this machine. */
    static CalendarTables of(LocalStage stage) {
        return new CalendarTables(StoredItems.table(stage, AppointmentsTable.ID),
                StoredItems.table(stage, CalendarsTable.ID));
    }
}
