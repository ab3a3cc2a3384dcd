package clinic.appointments.contract;

/**
 * Every business metric that a dashboard or an alarm may watch; a count, {@link #id()} being its name in CloudWatch.
 */
public enum MetricName {

    /** A message did what it asked for, or had done so before. */
    ACCEPTED("Accepted"),
    /** A message was refused by a rule; the dimension {@code reason} says by which. */
    REJECTED("Rejected"),
    /** A malformed message was parked in the dead-letter queue. */
    PARKED("Parked"),
    /** A message was put back to be tried again: its patient or appointment is not there yet, or another write won. */
    POSTPONED("Postponed"),
    /** A message failed, by a fault outside or a defect of ours. */
    FAILED("Failed"),
    /** A query was answered; the dimension {@code status} is the HTTP status. */
    QUERY("Query"),
    /** Reminders that are due and were not sent; told by every reconciliation, nothing included. */
    OVERDUE_REMINDERS("OverdueReminders"),
    /** Holds that have ended and were not released; told by every reconciliation, nothing included. */
    OVERDUE_HOLDS("OverdueHolds"),
    /** Appointments that should have been confirmed; told by every reconciliation, nothing included. */
    OVERDUE_CONFIRMATIONS("OverdueConfirmations");

    private final String id;

    MetricName(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
