package clinic.appointments.infrastructure.compute;

import java.util.Arrays;
import java.util.Optional;

import clinic.appointments.contract.FunctionName;

/**
 * Invocations of each function that may run at once, 2 to 1,000 (Lambda: "Configuring maximum concurrency for Amazon
 * SQS event sources"). They are reserved, so that neither a flood of queries nor another service of the account takes
 * them from a consumer; of the account's quota 100 must be left beyond all reservations (Lambda: "Configuring reserved
 * concurrency for a function"). A queue causes no more invocations than its consumer may run, because refused ones
 * would count as receives.
 *
 * @param reserved whether the invocations are reserved; an account with a small quota cannot reserve any
 * @param journeys one in a stage with a smoke test, otherwise none
 * @param reminders a function sends one mail after the other, so that this also limits the rate of calls to SES
 */
public record Concurrency(boolean reserved, int requests, int confirmations, int reminders, int queries,
        int journeys) {

    public static final int MIN = 2;
    public static final int MAX = 1000;

    public Concurrency {
        check("requests", requests);
        check("confirmations", confirmations);
        check("reminders", reminders);
        check("queries", queries);
    }

    /** The invocations to reserve for a function, if any. */
    Optional<Integer> reservedFor(FunctionName function) {
        return Optional.of(function).filter(_ -> reserved).map(this::of);
    }

    /** The invocations to reserve for all functions together; 0 if none are reserved. */
    public int totalReserved() {
        return Arrays.stream(FunctionName.values()).flatMap(name -> reservedFor(name).stream())
                .mapToInt(Integer::intValue).sum();
    }

    /** The invocations of all functions together that may run at once. */
    public int total() {
        return Arrays.stream(FunctionName.values()).mapToInt(this::of).sum();
    }

    /** Events about e-mails and definitions are few, and each is one write: the least possible is enough. */
    public int of(FunctionName function) {
        return switch (function) {
            case REQUEST -> requests;
            case CONFIRMATION -> confirmations;
            case REMINDER -> reminders;
            case MAIL_EVENT, MANAGEMENT -> MIN;
            case QUERY -> queries;
            case SMOKE -> journeys;
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
        return new Builder().reserved(reserved).requests(requests).confirmations(confirmations).reminders(reminders)
                .queries(queries).journeys(journeys);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Sets the values by name; each number is needed. */
    public static final class Builder {

        private boolean reserved = true;
        private int requests;
        private int confirmations;
        private int reminders;
        private int queries;
        private int journeys;

        private Builder() {
        }

        public Builder reserved(boolean forEachFunction) {
            reserved = forEachFunction;
            return this;
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

        public Builder journeys(int invocations) {
            journeys = invocations;
            return this;
        }

        public Concurrency build() {
            return new Concurrency(reserved, requests, confirmations, reminders, queries, journeys);
        }
    }
}
