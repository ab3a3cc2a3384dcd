package clinic.appointments.query;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.ClientId;
import clinic.appointments.model.DateRange;
import clinic.appointments.model.FreeSlots;
import clinic.appointments.model.Interval;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.PoolId;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.TimeZoneName;
import clinic.appointments.model.VisitTypeId;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.AppointmentSearch.Period;
import clinic.appointments.wire.DateRangeFields;
import clinic.appointments.wire.FreeSlotSearch;
import clinic.appointments.wire.MalformedMessageException;
import clinic.appointments.wire.SearchCodec;
import clinic.appointments.wire.SlotLengths;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.RequestIdentity;

/**
 * The parts of an API Gateway event from which a question is read.
 *
 * @param query every value of each parameter
 * @param clinic zone of dates that come without a zone
 */
record QueryParameters(Map<String, String> path, Map<String, List<String>> query, String body, ClientId caller,
        ZoneId clinic) {

    private static final int DEFAULT_SIZE = 25;
    private static final int MAX_DATES = 366;
    /** Their calendar days are read with one call. */
    private static final int MAX_DATES_OF_RESOURCE = 31;
    /** The JDK also reads years of more digits, which are not dates in the API. */
    private static final Predicate<String> DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}").asMatchPredicate();

    static QueryParameters of(APIGatewayProxyRequestEvent event, ZoneId clinic) {
        return new QueryParameters(orEmpty(event.getPathParameters()), values(event),
                Optional.ofNullable(event.getBody()).orElse(""), caller(event), clinic);
    }

    /**
     * A caller that invokes the function without API Gateway reads the receipts of the request queue's direct senders.
     */
    private static ClientId caller(APIGatewayProxyRequestEvent event) {
        return Optional.ofNullable(event.getRequestContext()).map(ProxyRequestContext::getIdentity)
                .map(RequestIdentity::getUserArn).map(arn -> ClientId.ofArn(arn).orElseThrow())
                .orElse(ClientId.OF_REQUEST_QUEUE);
    }

    void refuseOthersThan(Set<String> known) {
        query.keySet().stream().filter(name -> !known.contains(name)).sorted().findFirst().ifPresent(name -> {
            throw new MalformedMessageException("a query parameter", "is unknown; expected one of " + known.stream()
                    .sorted().toList());
        });
    }

    /** Refuses repeated parameters: one value would be used and the others ignored. */
    void refuseRepeated() {
        query.entrySet().stream().filter(parameter -> parameter.getValue().size() > 1).map(Map.Entry::getKey).sorted()
                .findFirst().ifPresent(name -> {
                    throw new MalformedMessageException(name, "must be given once");
                });
    }

    Question appointment() {
        return new Question.OneAppointment(new AppointmentId(inPath("appointmentId")));
    }

    Question ofStatus() {
        AppointmentStatus status = constant("status", AppointmentStatus.class);
        return new Question.AppointmentsOfStatus(status, dates(MAX_DATES), page());
    }

    Question ofPatient() {
        Optional<Instant> from = optional("from").map(_ -> date("from").atStartOfDay(clinic).toInstant());
        Optional<Instant> to = optional("to").map(_ -> date("to").plusDays(1).atStartOfDay(clinic).toInstant());
        boolean inOrder = from.isEmpty() || to.isEmpty() || from.get().isBefore(to.get());
        InvalidValueException.unless(inOrder, "to", "must not be before from");
        return new Question.AppointmentsOfPatient(new PatientId(inPath("patientId")), new Period(from, to), page());
    }

    Question oneResource() {
        return new Question.OneResource(resource());
    }

    Question onePool() {
        return new Question.OnePool(new PoolId(inPath("poolId")));
    }

    Question oneVisitType() {
        return new Question.OneVisitType(new VisitTypeId(inPath("visitTypeId")));
    }

    Question ofResource() {
        return new Question.AppointmentsOfResource(resource(), day(), zone());
    }

    Question displaced() {
        return new Question.DisplacedOfResource(resource(), dates(MAX_DATES_OF_RESOURCE));
    }

    Question blocks() {
        return new Question.BlocksOfResource(resource(), dates(MAX_DATES_OF_RESOURCE));
    }

    Question block() {
        return new Question.OneBlock(new BlockId(inPath("blockId")));
    }

    Question freeSlots() {
        Duration length = SlotLengths.duration(inQuery("duration"));
        Duration step = SlotLengths.step(optional("step"), length);
        return new Question.FreeSlotsOfResource(resource(),
                new FreeSlots.Wanted(day(), zone(), length, step));
    }

    Question slotSearch() {
        FreeSlotSearch search = FreeSlotSearch.read(body, clinic);
        return new Question.SlotsOfResources(search.criteria(), search.explain(),
                page(search.limit(), search.cursor()));
    }

    Question patient() {
        return new Question.OnePatient(new PatientId(inPath("patientId")));
    }

    Question ofEmail() {
        return new Question.PatientsOfEmail(SearchCodec.email(body), page());
    }

    Question receipt() {
        return new Question.OneReceipt(new RequestId(inPath("requestId"), caller));
    }

    /** A caller with access to this route reads the receipts of every client. */
    Question receiptOfClient() {
        ClientId client = ClientId.find(inQuery("client")).orElseThrow(() -> new InvalidValueException("client",
                "must be an account and a role, or a queue"));
        return new Question.OneReceipt(new RequestId(inPath("requestId"), client));
    }

    Question overdue() {
        return new Question.Overdue(constant("kind", OverdueKind.class), page());
    }

    Question overdueSummary() {
        return new Question.SummaryOfOverdue();
    }

    Question undeliverable() {
        return new Question.UndeliverablePatients(page());
    }

    private PageRequest page() {
        return page(optional("limit").map(QueryParameters::number), optional("cursor"));
    }

    private static PageRequest page(Optional<Integer> limit, Optional<String> cursor) {
        InvalidValueException.unless(limit.stream().allMatch(size -> size >= 1 && size <= PageRequest.MAX_SIZE),
                "limit", "must be a number from 1 to " + PageRequest.MAX_SIZE);
        return new PageRequest(limit.orElse(DEFAULT_SIZE), cursor);
    }

    /** Zero, which is no size of a page, for what is no number of at most three digits. */
    private static int number(String limit) {
        return limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
    }

    private <E extends Enum<E>> E constant(String name, Class<E> type) {
        String value = inQuery(name);
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(value)).findFirst()
                .orElseThrow(() -> new InvalidValueException(name,
                        "must be one of " + Arrays.toString(type.getEnumConstants())));
    }

    /** From one date to another, or one date only. */
    private DateRange dates(int atMost) {
        return DateRangeFields.range(date("from"), optional("to").map(_ -> date("to")), atMost);
    }

    /** A date that occurs in the zone: a zone that moves across the date line skips one. */
    private LocalDate day() {
        LocalDate day = date("date");
        InvalidValueException.unless(Interval.isDay(day, zone()), "date", "must be a date that occurs in timeZone");
        return day;
    }

    private LocalDate date(String name) {
        String rule = "must be a date such as 2026-03-29";
        return parsed(name, written(name, DATE, rule), LocalDate::parse, rule);
    }

    private ZoneId zone() {
        return optional("timeZone").map(name -> TimeZoneName.find(name).orElseThrow(
                () -> new InvalidValueException("timeZone", "must be an IANA zone such as Europe/Berlin")))
                .orElse(clinic);
    }

    private ResourceId resource() {
        return ResourceId.ofOne(inPath("resourceId"));
    }

    private String written(String name, Predicate<String> form, String rule) {
        String text = inQuery(name);
        InvalidValueException.unless(form.test(text), name, rule);
        return text;
    }

    private static <T> T parsed(String name, String text, Function<String, T> parser, String rule) {
        try {
            return parser.apply(text);
        } catch (DateTimeException unreadable) {
            throw new InvalidValueException(name, rule);
        }
    }

    private String inPath(String name) {
        return required(name, Optional.ofNullable(path.get(name)));
    }

    private String inQuery(String name) {
        return required(name, optional(name));
    }

    private Optional<String> optional(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static String required(String name, Optional<String> value) {
        return value.orElseThrow(() -> new MalformedMessageException(name, "is missing"));
    }

    /** A caller that invokes the function without API Gateway can give only one value per parameter. */
    private static Map<String, List<String>> values(APIGatewayProxyRequestEvent event) {
        return Optional.ofNullable(event.getMultiValueQueryStringParameters())
                .orElseGet(() -> orEmpty(event.getQueryStringParameters()).entrySet().stream().collect(Collectors
                        .toMap(Map.Entry::getKey, parameter -> Stream.ofNullable(parameter.getValue()).toList())));
    }

    private static Map<String, String> orEmpty(Map<String, String> values) {
        return Optional.ofNullable(values).orElse(Map.of());
    }
}
