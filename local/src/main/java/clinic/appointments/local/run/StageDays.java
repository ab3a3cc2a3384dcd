package clinic.appointments.local.run;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.contract.ResourcesTable;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.page.DayBook;
import clinic.appointments.local.page.StoredStage;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarDay.Busy;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.CalendarOwner;
import clinic.appointments.model.FreeSlots;
import clinic.appointments.model.Interval;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.Resource;
import clinic.appointments.model.ResourceId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The days of patients and resources, read without a trace. A resource is written {@code room:r1}, a patient as
 * their id.
 */
public final class StageDays implements DayBook {

    /** What a person books most often. */
    private static final Duration PLACE = Duration.ofMinutes(30);
    private static final int SUGGESTED = 40;
    /** For a patient, who is always free but for appointments. */
    private static final ResourceId ANYTHING = new ResourceId(ResourceId.DEFAULT_KIND, "any");

    private final StoredStage stage;
    private final BookingTerms terms;

    private StageDays(StoredStage stage) {
        this.stage = stage;
        this.terms = DoubleBookings.terms(stage.deployment());
    }

    /** The days of a stage. */
    public static StageDays of(StoredStage stage) {
        return new StageDays(stage);
    }

    @Override
    public Map<String, LocalDate> owners() {
        LocalDate today = LocalDate.ofInstant(stage.now(), zone());
        Map<String, LocalDate> next = new TreeMap<>(Comparator.comparing((String owner) -> !owner.contains(":"))
                .thenComparing(Comparator.naturalOrder()));
        stage.stored(CalendarsTable.ID).stream().filter(item -> !item.path("busy").path("L").isEmpty())
                .map(item -> CalendarId.of(StoredItems.text(item, CalendarsTable.KEY)))
                .filter(day -> !day.date().isBefore(today))
                .forEach(day -> next.merge(name(day.owner()), day.date(), (one, other) -> one.isBefore(other) ? one
                        : other));
        next.keySet().retainAll(next.keySet().stream().limit(SUGGESTED).toList());
        return next;
    }

    private static String name(CalendarOwner owner) {
        return switch (owner) {
            case CalendarOwner.OfPatient(PatientId patient) -> patient.value();
            case CalendarOwner.OfResource(ResourceId resource) -> resource.toString();
        };
    }

    @Override
    public ZoneId zone() {
        return terms.zone();
    }

    @Override
    public Day read(String owner, LocalDate date) {
        try {
            return owner.contains(":")
                    ? read(new CalendarOwner.OfResource(ResourceId.of(owner)), ResourceId.of(owner), date)
                    : read(new CalendarOwner.OfPatient(new PatientId(owner)), ANYTHING, date);
        } catch (InvalidValueException _) {
            return new Day(List.of(), List.of(), List.of());
        }
    }

    private Day read(CalendarOwner owner, ResourceId hours, LocalDate date) {
        FreeSlots.Wanted wanted = new FreeSlots.Wanted(date, zone(), PLACE, PLACE);
        FreeSlots slots = new FreeSlots(hours, terms.knowing(defined(hours)), stage.now());
        List<CalendarDay> days = slots.days(wanted).stream().map(day -> read(new CalendarId(owner, day.date())))
                .toList();
        Interval day = Interval.ofDay(date, zone());
        return new Day(days.stream().flatMap(each -> each.busy().stream()).distinct()
                .filter(busy -> busy.interval().overlaps(day)).map(this::entry).toList(),
                slots.among(days, wanted).stream().map(free -> stretch(free.interval())).toList(),
                days.stream().flatMap(each -> each.blocksWithin(day)).distinct()
                        .map(block -> new Absence(block.blockId().value(), stretch(block.interval()))).toList());
    }

    private List<Resource> defined(ResourceId id) {
        return stage.stored(ResourcesTable.ID, id.toString()).map(StoredResource::read).stream().toList();
    }

    private CalendarDay read(CalendarId id) {
        JsonNode item = item(CalendarsTable.ID, id.toString());
        return new CalendarDay(id, item.path("busy").path("L").valueStream().map(StoredClaim::read).toList(),
                StoredBlocked.read(item).toList(), 0);
    }

    private Entry entry(Busy busy) {
        JsonNode item = item(AppointmentsTable.ID, busy.appointmentId().value());
        Interval time = item.has(AppointmentsTable.START_AT)
                ? new Interval(DoubleBookings.start(item), DoubleBookings.end(item))
                : busy.interval();
        return new Entry(busy.appointmentId().value(), StoredItems.text(item, AppointmentsTable.STATUS),
                stretch(time), stretch(busy.interval()), String.join(", ", with(item)));
    }

    private static List<String> with(JsonNode item) {
        return Stream.concat(
                Optional.of(StoredItems.text(item, AppointmentsTable.PATIENT_ID)).filter(id -> !id.isEmpty()).stream(),
                item.path("resourceIds").path("L").valueStream().map(id -> id.path("S").asText())).toList();
    }

    private JsonNode item(String tableId, String key) {
        return stage.stored(tableId, key).orElseGet(AwsCalls::body);
    }

    private static Stretch stretch(Interval interval) {
        return new Stretch(interval.start(), interval.end());
    }

    @Override
    public ApiRequest request(String command, Map<String, String> fields) {
        ObjectNode body = AwsCalls.body();
        String appointment = "/appointments/"
                + URLEncoder.encode(fields.getOrDefault("id", ""), StandardCharsets.UTF_8);
        return switch (command) {
            case "book" -> {
                put(body, "patientId", fields, "patient");
                put(body, fields);
                Arrays.stream(fields.getOrDefault("resources", "").split("[, ]+")).filter(id -> !id.isBlank())
                        .forEach(id -> body.withArray("resourceIds").add(id));
                yield new ApiRequest("/appointments", body.toString());
            }
            case "move" -> {
                put(body, fields);
                yield new ApiRequest(appointment + "/reschedule", body.toString());
            }
            case String _ -> new ApiRequest(appointment + "/cancel", body.toString());
        };
    }

    private static void put(ObjectNode body, Map<String, String> fields) {
        put(body, "appointmentDate", fields, "date");
        put(body, "startTime", fields, "start");
        put(body, "endTime", fields, "end");
        put(body, "timeZone", fields, "zone");
    }

    private static void put(ObjectNode body, String name, Map<String, String> fields, String field) {
        Optional.of(fields.getOrDefault(field, "").strip()).filter(value -> !value.isEmpty())
                .ifPresent(value -> body.put(name, value));
    }
}
