package clinic.appointments.infrastructure.compute;

import clinic.appointments.contract.FunctionName;

/**
 * Invocations of each function that may run at once, 2 to 1,000 (Lambda: "Configuring maximum concurrency for Amazon
 * SQS event sources"). They are reserved, so that neither a flood of queries nor another service of the account takes
 * them from a consumer; of the account's quota 100 must be left beyond all reservations (Lambda: "Configuring reserved
 * concurrency for a function"). A queue causes no more invocations than its consumer may run, because refused ones
 * would count as receives.
 *
 * @param reminders a function sends one mail after the other, so that this also limits the rate of calls to SES
 */
public record Concurrency(int requests, int confirmations, int reminders, int queries) {

    public static final int MIN = 2;
    public static final int MAX = 1000;

    public Concurrency {
        check("requests", requests);
        check("confirmations", confirmations);
        check("reminders", reminders);
        check("queries", queries);
    }

    /** Events about e-mails are few, and each is one write: the least possible is enough. */
    public int of(FunctionName function) {
        return switch (function) {
            case REQUEST -> requests;
            case CONFIRMATION -> confirmations;
            case REMINDER -> reminders;
            case MAIL_EVENT -> MIN;
            case QUERY -> queries;
        };
    }

    private static void check(String consumer, int invocations) {
        if (invocations < MIN || invocations > MAX) {
            throw new IllegalArgumentException("concurrency." + consumer + " must be from " + MIN + " to " + MAX
                    + ", not " + invocations);
        }
    }

    /** A builder that starts with these values. */
    public Builder toBuilder() {
        return new Builder().requests(requests).confirmations(confirmations).reminders(reminders).queries(queries);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Sets the values by name; each is needed. */
    public static final class Builder {

        private int requests;
        private int confirmations;
        private int reminders;
        private int queries;

        private Builder() {
        }

        public Builder requests(int invocations) {
            requests = invocations;
            return this;
        }

        public Builder confirmations(int invocations) {
            confirmations = invocations;
            return this;
        }

        public Builder reminders(int invocations) {
            reminders = invocations;
            return this;
        }

        public Builder queries(int invocations) {
            queries = invocations;
            return this;
        }

        public Concurrency build() {
            return new Concurrency(requests, confirmations, reminders, queries);
        }
    }
}
