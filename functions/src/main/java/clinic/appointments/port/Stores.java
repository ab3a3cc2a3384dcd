package clinic.appointments.port;

/** The stores: all ports through which the use cases read and write data. */
public interface Stores {

    Bookings bookings();

    Appointments appointments();

    Markings markings();

    Calendars calendars();

    AppointmentSearch search();

    Patients patients();

    Resources resources();

    Blocks blocks();

    UndeliverableMarks undeliverableMarks();

    Receipts receipts();

    ReminderLeases reminderLeases();
}
