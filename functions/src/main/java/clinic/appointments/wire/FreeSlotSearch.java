package clinic.appointments.wire;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import clinic.appointments.model.Booking;
import clinic.appointments.model.DateRange;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.SlotCriteria;
import clinic.appointments.model.SlotSearch;
import clinic.appointments.model.VisitSearch;
import clinic.appointments.model.VisitTypeId;

/**
 * The body of a search for free slots of several resources.
 *
 * @param explain whether refused candidates are wanted, too
 * @param limit greatest number of items, unchecked
 */
public record FreeSlotSearch(SlotCriteria criteria, boolean explain, Optional<Integer> limit,
        Optional<String> cursor) {

    private static final List<String> FIELDS = List.of("resourceIds", "patientId", "from", "to", "timeZone",
            "visitType", "duration", "step", "explain", "limit", "cursor");
    /** They are at most 31 dates of at most eleven calendars: few reads, even for the last page. */
    private static final int MAX_DATES = 31;

    /**
     * Reads the body.
     *
     * @param clinic zone of dates that come without a zone
     * @throws MalformedMessageException when a field is missing, has the wrong type or is unknown
     * @throws InvalidValueException when a field holds an impossible value
     */
    public static FreeSlotSearch read(String body, ZoneId clinic) {
        Fields fields = new Fields(Json.read(body));
        fields.refuseOthersThan(FIELDS);
        return new FreeSlotSearch(criteria(fields, clinic), fields.flag("explain"), fields.optionalNumber("limit"),
                fields.optionalText("cursor"));
    }

    private static SlotCriteria criteria(Fields fields, ZoneId clinic) {
        return fields.optionalText("visitType").map(VisitTypeId::ofBooking)
                .<SlotCriteria>map(type -> ofVisit(type, fields, clinic)).orElseGet(() -> ofLength(fields, clinic));
    }

    private static VisitSearch ofVisit(VisitTypeId type, Fields fields, ZoneId clinic) {
        InvalidValueException.unless(!fields.has("duration"), "duration", "must be left out with visitType");
        return new VisitSearch(type, Booking.acceptedResources(CommandReader.resources(fields)), patient(fields),
                dates(fields), TimeSlotFields.zone(fields).orElse(clinic),
                SlotLengths.step(fields.optionalText("step")));
    }

    private static SlotSearch.Wanted ofLength(Fields fields, ZoneId clinic) {
        Duration length = SlotLengths.duration(fields.text("duration"));
        return new SlotSearch.Wanted(resources(fields), patient(fields), dates(fields),
                TimeSlotFields.zone(fields).orElse(clinic), length,
                SlotLengths.step(fields.optionalText("step"), length));
    }

    private static Optional<PatientId> patient(Fields fields) {
        return fields.optionalText("patientId").map(PatientId::new);
    }

    private static DateRange dates(Fields fields) {
        return DateRangeFields.range(fields.date("from"), fields.optionalDate("to"), MAX_DATES);
    }

    private static List<ResourceId> resources(Fields fields) {
        List<ResourceId> resources = CommandReader.resources(fields);
        InvalidValueException.unless(!resources.isEmpty(), "resourceIds", "must name at least one");
        return Booking.acceptedResources(resources);
    }
}
