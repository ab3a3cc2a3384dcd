package clinic.appointments.aws;

/** Names of the tables that a booking reads and writes. */
public record BookingTables(String patients, String appointments, String calendars) {
}
