package clinic.appointments.local.run;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.contract.ResourcesTable;
import clinic.appointments.local.stage.LocalStage;

/** The names of tables that have to agree: the calendars, and the appointments and blocks that take their time. */
record CalendarTables(String appointments, String calendars, String resources) {

    /** Those of a stage on this machine. */
    static CalendarTables of(LocalStage stage) {
        return new CalendarTables(StoredItems.table(stage, AppointmentsTable.ID),
                StoredItems.table(stage, CalendarsTable.ID), StoredItems.table(stage, ResourcesTable.ID));
    }
}
