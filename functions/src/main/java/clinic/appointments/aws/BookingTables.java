package clinic.appointments.aws;

/** The tables that a booking reads and writes; patients and calendars by name. */
public record BookingTables(String patients, AppointmentTable appointments, String calendars) {
}
