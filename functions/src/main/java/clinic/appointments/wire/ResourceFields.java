package clinic.appointments.wire;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.OpeningHours;
import clinic.appointments.model.ResourceDetails;
import clinic.appointments.model.WorkingHours.Period;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON fields of what is defined for a resource. */
public final class ResourceFields {

    private static final String HOURS = "hours";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String WEEKLY = "weekly";
    private static final String CAPACITY = "capacity";
    private static final String HOLD = "hold";

    private ResourceFields() {
    }

    static ResourceDetails read(Fields fields) {
        return new ResourceDetails(
                fields.optionalObjects(HOURS).map(periods -> periods.stream().map(ResourceFields::period).toList()),
                fields.optionalNumber(CAPACITY), BufferFields.read(fields),
                fields.optionalParsed(HOLD, WholeMinutes::parse, WholeMinutes.RULE)).accepted();
    }

    /** Writes the fields that {@link #read} reads; what is not defined is left out. */
    public static void write(ResourceDetails details, ObjectNode json) {
        details.hours().ifPresent(periods -> write(periods, json.putArray(HOURS)));
        details.capacity().ifPresent(capacity -> json.put(CAPACITY, capacity));
        BufferFields.write(details.buffer(), json);
        details.hold().ifPresent(hold -> json.put(HOLD, hold.toString()));
    }

    private static void write(List<Period> periods, ArrayNode json) {
        periods.forEach(period -> {
            ObjectNode written = json.addObject();
            period.first().ifPresent(date -> written.put(FROM, date.toString()));
            period.last().ifPresent(date -> written.put(TO, date.toString()));
            written.put(WEEKLY, period.weekly().toString());
        });
    }

    /** What is wrong within a period is said of the hours. */
    private static Period period(Fields fields) {
        return new Period(date(fields, FROM), date(fields, TO),
                inHours(() -> fields.parsed(WEEKLY, OpeningHours::of, OpeningHours.RULE)));
    }

    private static Optional<LocalDate> date(Fields fields, String field) {
        return inHours(() -> fields.optionalDate(field));
    }

    private static <T> T inHours(Supplier<T> inner) {
        try {
            return inner.get();
        } catch (IllegalArgumentException wrong) {
            throw new InvalidValueException(HOURS, "must have values whose " + wrong.getMessage());
        }
    }
}
