package clinic.appointments.infrastructure.monitoring;

import software.amazon.awscdk.services.logs.QueryString;

/**
 * A saved query on logs for investigations; replace the id in capitals.
 *
 * @param title name of the query, which the runbook uses
 */
record SavedQuery(String title, Source source, QueryString text) {

    /** The logs that a query reads. */
    enum Source {

        /** The logs of all functions. */
        FUNCTIONS,
        /** The access log of the API. */
        ACCESSES
    }

    /** A query on the logs of all functions. */
    static SavedQuery ofFunctions(String title, QueryString.Builder text) {
        return new SavedQuery(title, Source.FUNCTIONS, text.build());
    }
}
