package clinic.appointments.query;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The routes of this function, each with its known query parameters: any other parameter is refused. */
enum Route {

    APPOINTMENT("GET", "/appointments/{appointmentId}", Set.of(), QueryParameters::appointment),
    APPOINTMENTS("GET", "/appointments", Set.of("status", "from", "to", "limit", "cursor"), QueryParameters::ofStatus),
    APPOINTMENTS_OF_PATIENT("GET", "/patients/{patientId}/appointments", Set.of("from", "to", "limit", "cursor"),
            QueryParameters::ofPatient),
    RESOURCE("GET", "/resources/{resourceId}", Set.of(), QueryParameters::oneResource),
    APPOINTMENTS_OF_RESOURCE("GET", "/resources/{resourceId}/appointments", Set.of("date", "timeZone"),
            QueryParameters::ofResource),
    FREE_SLOTS("GET", "/resources/{resourceId}/free-slots", Set.of("date", "timeZone", "duration", "step"),
            QueryParameters::freeSlots),
    FREE_SLOT_SEARCH("POST", "/free-slots/search", Set.of(), QueryParameters::slotSearch),
    DISPLACED("GET", "/resources/{resourceId}/displaced", Set.of("from", "to"), QueryParameters::displaced),
    BLOCKS("GET", "/resources/{resourceId}/blocks", Set.of("from", "to"), QueryParameters::blocks),
    POOL("GET", "/pools/{poolId}", Set.of(), QueryParameters::onePool),
    VISIT_TYPE("GET", "/visit-types/{visitTypeId}", Set.of(), QueryParameters::oneVisitType),
    BLOCK("GET", "/blocks/{blockId}", Set.of(), QueryParameters::block),
    OVERDUE("GET", "/overdue", Set.of("kind", "limit", "cursor"), QueryParameters::overdue),
    OVERDUE_SUMMARY("GET", "/overdue/summary", Set.of(), QueryParameters::overdueSummary),
    PATIENT("GET", "/patients/{patientId}", Set.of(), QueryParameters::patient),
    PATIENT_SEARCH("POST", "/patient-search", Set.of("limit", "cursor"), QueryParameters::ofEmail),
    UNDELIVERABLE("GET", "/undeliverable", Set.of("limit", "cursor"), QueryParameters::undeliverable),
    RECEIPT("GET", "/requests/{requestId}", Set.of(), QueryParameters::receipt),
    RECEIPT_OF_CLIENT("GET", "/support/requests/{requestId}", Set.of("client"), QueryParameters::receiptOfClient);

    private final String method;
    private final String resource;
    private final Set<String> parameters;
    private final Function<QueryParameters, Question> question;

    Route(String method, String resource, Set<String> parameters, Function<QueryParameters, Question> question) {
        this.method = method;
        this.resource = resource;
        this.parameters = parameters;
        this.question = question;
    }

    /**
     * @param resource path template from API Gateway's event
     */
    static Optional<Route> of(String method, String resource) {
        return Arrays.stream(values()).filter(route -> route.method.equals(method) && route.resource.equals(resource))
                .findFirst();
    }

    /**
     * Reads the question.
     *
     * @throws clinic.appointments.wire.MalformedMessageException when a parameter is unknown, missing or repeated
     * @throws clinic.appointments.model.InvalidValueException when a parameter holds an impossible value
     */
    Question question(QueryParameters fields) {
        fields.refuseOthersThan(parameters);
        fields.refuseRepeated();
        return question.apply(fields);
    }
}
