package clinic.appointments.infrastructure.compute;

/**
 * How many invocations each queue may cause at once, 2 to 1,000 (Lambda: "Configuring maximum concurrency for Amazon SQS
 * event sources"). It limits a consumer without taking invocations away from others, as reserving them would.
 *
 * @param reminders
 *            a function sends one mail after the other, so that this also limits what SES is asked for
 */
public record Concurrency(int requests, int confirmations, int reminders) {

    public Concurrency {
        check("requests", requests);
        check("confirmations", confirmations);
        check("reminders", reminders);
    }

    private static void check(String consumer, int most) {
        if (most < 2 || most > 1000) {
            throw new IllegalArgumentException("concurrency of " + consumer + " must be from 2 to 1000, not " + most);
        }
    }
}
