package clinic.appointments.infrastructure;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.infrastructure.patterns.ServiceFunction;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.OpeningHours;
import clinic.appointments.model.ResourceTerms;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The terms of a stage as the environment variable that functions read; the same text for the same terms. */
final class BookingTermsVariable {

    private BookingTermsVariable() {
    }

    /** Tells a function what may be booked. */
    static void addTo(ServiceFunction function, BookingTerms terms) {
        function.addEnvironment(EnvironmentKey.BOOKING_TERMS.name(), text(terms));
        function.addEnvironment(EnvironmentKey.DEFAULT_TIME_ZONE.name(), terms.zone().getId());
    }

    static String text(BookingTerms terms) {
        var limits = terms.limits();
        var json = JsonNodeFactory.instance.objectNode().put("minimumNotice", limits.minimumNotice().toString())
                .put("horizon", limits.horizon().toString()).put("shortest", limits.shortest().toString())
                .put("longest", limits.longest().toString()).put("changeNotice", limits.changeNotice().toString())
                .put("retention", terms.retention().toString());
        hold(terms.hold(), json);
        var kinds = json.putObject("kinds");
        new TreeMap<>(terms.kinds()).forEach((kind, rules) -> write(rules, kinds.putObject(kind)));
        return json.toString();
    }

    private static void write(ResourceTerms rules, ObjectNode json) {
        json.put("capacity", rules.capacity()).put("before", rules.buffer().before().toString())
                .put("after", rules.buffer().after().toString());
        hold(rules.hold(), json);
        if (!rules.hours().equals(OpeningHours.ALWAYS)) {
            write(rules.hours(), json.putObject("hours"));
        }
    }

    private static void write(OpeningHours hours, ObjectNode json) {
        hours.spans().entrySet().stream().sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(day -> write(day.getKey().name(), day.getValue(), json));
    }

    private static void write(String day, List<OpeningHours.Span> spans, ObjectNode json) {
        var array = json.putArray(day);
        spans.forEach(span -> array.add(span.from() + "-" + span.to()));
    }

    private static void hold(Optional<Duration> hold, ObjectNode json) {
        hold.ifPresent(length -> json.put("hold", length.toString()));
    }
}
