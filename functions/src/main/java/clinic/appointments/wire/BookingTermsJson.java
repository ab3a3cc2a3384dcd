package clinic.appointments.wire;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.Buffer;
import clinic.appointments.model.OpeningHours;
import clinic.appointments.model.ResourceTerms;

/** Reads the terms of a stage, as the infrastructure writes them. */
public final class BookingTermsJson {

    private static final String RULE = "must be an ISO-8601 duration such as PT2H";

    private BookingTermsJson() {
    }

    /**
     * @param zone the clinic's
     * @throws RuntimeException naming the field and the rule, when they cannot be understood
     */
    public static BookingTerms read(String json, ZoneId zone) {
        Fields fields = new Fields(Json.read(json));
        return new BookingTerms(limits(fields), fields.optionalParsed("hold", Duration::parse, RULE), zone,
                duration(fields, "retention"), fields.objects("kinds").entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> kind(entry.getValue()))));
    }

    private static BookingTerms.Limits limits(Fields fields) {
        return new BookingTerms.Limits(duration(fields, "minimumNotice"), duration(fields, "horizon"),
                duration(fields, "shortest"), duration(fields, "longest"), duration(fields, "changeNotice"));
    }

    private static ResourceTerms kind(Fields fields) {
        return new ResourceTerms(fields.number("capacity", 1),
                new Buffer(duration(fields, "before"), duration(fields, "after")),
                new OpeningHours(fields.arrays("hours").entrySet().stream().collect(
                        Collectors.toMap(entry -> DayOfWeek.valueOf(entry.getKey()),
                                entry -> spans(entry.getValue())))),
                fields.optionalParsed("hold", Duration::parse, RULE));
    }

    private static List<OpeningHours.Span> spans(List<String> written) {
        return written.stream().map(BookingTermsJson::span).toList();
    }

    private static OpeningHours.Span span(String written) {
        String[] ends = written.split("-", 2);
        return new OpeningHours.Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }

    private static Duration duration(Fields fields, String field) {
        return fields.parsed(field, Duration::parse, RULE);
    }
}
