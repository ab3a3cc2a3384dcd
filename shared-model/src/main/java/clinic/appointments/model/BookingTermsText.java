package clinic.appointments.model;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The text form of booking terms, without their zone: the fields of every booking, then for each kind of resource a
 * semicolon, the name of the kind and its fields. Equal terms have equal texts.
 */
public final class BookingTermsText {

    private static final String NEXT_KIND = "; ";
    private static final String DEFINED = "defined";
    private static final String RESOURCES = "must be defined, or left out";

    private BookingTermsText() {
    }

    public static String write(BookingTerms terms) {
        StringJoiner text = new StringJoiner(NEXT_KIND);
        text.add(general(terms));
        new TreeMap<>(terms.kinds()).forEach((kind, rules) -> text.add(kind + " " + rules(rules)));
        return text.toString();
    }

    /**
     * Reads the text that {@link #write} makes.
     *
     * @throws IllegalArgumentException with the field and the rule when the text cannot be understood
     */
    public static BookingTerms read(String text, ZoneId zone) {
        String[] parts = text.split(NEXT_KIND);
        Map<String, ResourceTerms> kinds = Arrays.stream(parts).skip(1).map(part -> part.split(" ", 2))
                .collect(Collectors.toMap(kind -> kind[0], kind -> rules(new TextFields(kind[1]))));
        return general(new TextFields(parts[0]), zone, kinds);
    }

    private static String general(BookingTerms terms) {
        BookingTerms.Limits limits = terms.limits();
        return new TextFields().with("minimumNotice", limits.minimumNotice()).with("horizon", limits.horizon())
                .with("shortest", limits.shortest()).with("longest", limits.longest())
                .with("changeNotice", limits.changeNotice()).with("retention", terms.retention())
                .with("hold", terms.hold())
                .with("resources", Optional.of(DEFINED).filter(_ -> terms.resources().demanded())).toString();
    }

    private static BookingTerms general(TextFields fields, ZoneId zone, Map<String, ResourceTerms> kinds) {
        BookingTerms.Limits limits = new BookingTerms.Limits(fields.duration("minimumNotice"),
                fields.duration("horizon"), fields.duration("shortest"), fields.duration("longest"),
                fields.duration("changeNotice"));
        BookingTerms terms = new BookingTerms(limits, fields.optionalDuration("hold"), zone,
                fields.duration("retention"), kinds,
                fields.optional("resources", BookingTermsText::demand, RESOURCES).orElse(DefinedResources.NONE));
        fields.requireNoOther();
        return terms;
    }

    private static DefinedResources demand(String text) {
        if (!text.equals(DEFINED)) {
            throw new IllegalArgumentException(RESOURCES);
        }
        return DefinedResources.DEMANDED;
    }

    private static String rules(ResourceTerms rules) {
        return new TextFields().with("capacity", rules.capacity()).with("before", rules.buffer().before())
                .with("after", rules.buffer().after())
                .with("hours", Optional.of(rules.hours()).filter(hours -> !hours.equals(OpeningHours.ALWAYS)))
                .with("hold", rules.hold()).toString();
    }

    private static ResourceTerms rules(TextFields fields) {
        ResourceTerms rules = new ResourceTerms(fields.number("capacity"),
                new Buffer(fields.duration("before"), fields.duration("after")),
                fields.optional("hours", OpeningHours::of, OpeningHours.RULE).orElse(OpeningHours.ALWAYS),
                fields.optionalDuration("hold"));
        fields.requireNoOther();
        return rules;
    }
}
