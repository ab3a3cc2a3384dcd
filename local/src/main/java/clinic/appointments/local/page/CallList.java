package clinic.appointments.local.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import clinic.appointments.local.gateway.Capacity;
import clinic.appointments.local.gateway.RecordedCall;
import clinic.appointments.local.gateway.TimedCall;

/**
 * The calls to AWS, the latest first.
 *
 * @param find the text that they contain: caller, action or resource
 * @param all how many match; the first of them are shown
 * @param used what all that match used together
 */
public record CallList(String find, List<Row> calls, int all, Capacity used) {

    private static final int SHOWN = 200;

    /**
     * A call.
     *
     * @param at time of the local clock
     * @param caller logical id of its role, without the digits that the CDK adds
     * @param on names of its resources
     * @param units read and write units together
     */
    public record Row(Instant at, String caller, String action, String on, int status, double units, Duration took) {

        /** Whether it was answered otherwise than asked. */
        public boolean failed() {
            return status >= 300 || status == 0;
        }
    }

    static CallList of(StageReading reading, String find) {
        List<TimedCall> matching = reading.calls(matches(find)).reversed();
        return new CallList(find, matching.stream().limit(SHOWN).map(timed -> row(reading, timed)).toList(),
                matching.size(),
                matching.stream().map(timed -> timed.call().capacity()).reduce(Capacity.NONE, Capacity::plus));
    }

    private static Predicate<RecordedCall> matches(String find) {
        return call -> find.isEmpty() || call.caller().contains(find) || call.fullAction().contains(find)
                || call.resources().stream().anyMatch(resource -> resource.contains(find))
                || Integer.toString(call.status()).equals(find);
    }

    private static Row row(StageReading reading, TimedCall timed) {
        RecordedCall call = timed.call();
        return new Row(reading.at(timed), call.caller().replaceFirst("[0-9A-F]{8}$", ""), call.fullAction(),
                String.join(", ", call.resources().stream().map(CallList::name).toList()), call.status(),
                call.capacity().read() + call.capacity().write(), timed.took());
    }

    /** The end of an ARN. */
    static String name(String arn) {
        return arn.startsWith("arn:") ? arn.substring(arn.lastIndexOf(':') + 1).replaceFirst("^table/", "") : arn;
    }
}
