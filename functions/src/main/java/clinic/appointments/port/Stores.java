package clinic.appointments.port;

/** Everything that the use cases read and write, port by port. */
public interface Stores {

    Bookings bookings();

    Appointments appointments();

    Calendars calendars();

    AppointmentSearch search();

    Patients patients();

    Receipts receipts();

    ReminderRecords reminderRecords();
}
