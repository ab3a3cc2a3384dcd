package clinic.appointments.contract;

/**
 * Every business metric that a dashboard or an alarm may watch. Each is a count, unless it is a time; {@link #id()} is
 * its name in CloudWatch.
 */
public enum MetricName {

    /** A message was carried out, now or by an earlier delivery. */
    ACCEPTED("Accepted"),
    /** A message was refused by a rule; the dimension {@code reason} names the rule. */
    REJECTED("Rejected"),
    /** A malformed message was parked in the dead-letter queue. */
    PARKED("Parked"),
    /**
     * A message was put back for another try: its patient or appointment does not exist yet, or another write came
     * first.
     */
    DEFERRED("Deferred"),
    /** A message failed because of an outside fault or a defect of the service. */
    FAILED("Failed"),
    /**
     * A message was still undecided, or failed, on its last receive, and goes to the dead-letter queue; or
     * reconciliation gave a request up ({@code SILENT}).
     */
    GIVEN_UP("GivenUp"),
    /** A query was answered; the dimension {@code status} is the HTTP status. */
    QUERY("Query"),
    /** The service confirmed an appointment; the dimension {@code timeliness} tells whether it was in time. */
    CONFIRMATION("Confirmation"),
    /** Time from a request to its confirmation by the service, in milliseconds. */
    CONFIRMATION_TIME("ConfirmationTime"),
    /** Time from the sending of a reminder to the start of its appointment, in seconds. */
    REMINDER_LEAD_TIME("ReminderLeadTime"),
    /** A reminder was sent, refused by the provider or too late; the dimension is as for confirmations. */
    REMINDER("Reminder"),
    /** SES reported an event about an e-mail; the dimension {@code reason} names its kind. */
    MAIL_EVENT("MailEvent"),
    /** Reminders that are due and not sent; published by every reconciliation, even when zero. */
    OVERDUE_REMINDERS("OverdueReminders"),
    /** Holds that have ended and were not released; published by every reconciliation, even when zero. */
    OVERDUE_HOLDS("OverdueHolds"),
    /** Appointments that should have been confirmed; published by every reconciliation, even when zero. */
    OVERDUE_CONFIRMATIONS("OverdueConfirmations"),
    /** The smoke test has taken a journey; published by every run. */
    SMOKE_JOURNEYS("SmokeJourneys"),
    /** A journey of the smoke test has failed; published by every run, even when zero. */
    FAILED_SMOKE_JOURNEYS("FailedSmokeJourneys");

    private final String id;

    MetricName(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
