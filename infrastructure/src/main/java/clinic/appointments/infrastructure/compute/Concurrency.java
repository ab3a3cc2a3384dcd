package clinic.appointments.infrastructure.compute;

import clinic.appointments.contract.FunctionName;

/**
 * How many invocations of each function may run at once, 2 to 1,000 (Lambda: "Configuring maximum concurrency for
 * Amazon SQS event sources"). So many are reserved, so that neither a flood of queries nor another service of the
 * account takes them from a consumer; of the account's quota 100 must be left beyond all that is reserved (Lambda:
 * "Configuring reserved concurrency for a function"). A queue causes no more than its consumer may, which would count
 * as receives.
 *
 * @param reminders a function sends one mail after the other, so that this also limits what SES is asked for
 */
public record Concurrency(int requests, int confirmations, int reminders, int queries) {

    public Concurrency {
        check("requests", requests);
        check("confirmations", confirmations);
        check("reminders", reminders);
        check("queries", queries);
    }

    int of(FunctionName function) {
        return switch (function) {
            case REQUEST -> requests;
            case CONFIRMATION -> confirmations;
            case REMINDER -> reminders;
            case QUERY -> queries;
        };
    }

    private static void check(String consumer, int most) {
        if (most < 2 || most > 1000) {
            throw new IllegalArgumentException("concurrency of " + consumer + " must be from 2 to 1000, not " + most);
        }
    }
}
