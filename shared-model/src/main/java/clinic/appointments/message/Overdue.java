package clinic.appointments.message;

/** The overdue counts: the numbers of reminders, holds and confirmations that have waited longer than they should. */
public record Overdue(long reminders, long holds, long confirmations) {

    public static final Overdue NOTHING = new Overdue(0, 0, 0);

    public Overdue plus(Overdue more) {
        return new Overdue(reminders + more.reminders, holds + more.holds, confirmations + more.confirmations);
    }
}
