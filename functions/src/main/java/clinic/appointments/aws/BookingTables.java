package clinic.appointments.aws;

/** The tables that a booking reads and writes; all but that of appointments by name. */
public record BookingTables(String patients, AppointmentTable appointments, String calendars, String resources) {
}
