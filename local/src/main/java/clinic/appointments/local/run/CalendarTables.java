package clinic.appointments.local.run;

/** The names of two tables that have to agree: the appointments, and the calendars with their claims. */
record CalendarTables(String appointments, String calendars) {
}
