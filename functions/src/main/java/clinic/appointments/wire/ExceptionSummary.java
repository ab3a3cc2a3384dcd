package clinic.appointments.wire;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A summary of an exception that is safe to log: types and places in our own code. Messages of foreign exceptions (of
 * the JDK, the JSON library, AWS's own refusals) quote their input, which is a client's text; so only the messages of
 * types known to quote nothing are included. The same goes for causes and suppressed exceptions.
 */
public final class ExceptionSummary {

    /** Names of types whose messages consist of our own text only. */
    static final Set<String> QUOTING_NOTHING = Set.of("clinic.appointments.aws.ItemBatch$ItemsNotReadException",
            "clinic.appointments.aws.SendBatch$MessageNotSentException",
            "clinic.appointments.model.InvalidValueException", "clinic.appointments.port.BadCursorException",
            "clinic.appointments.wire.MalformedMessageException", "clinic.appointments.wire.NewerSchemaException");

    private static final String OWN_PACKAGE = "clinic.appointments.";
    private static final int MAX_FRAMES = 20;

    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private ExceptionSummary() {
    }

    /**
     * Fields for a log line: {@code name}, {@code message} if it is safe, {@code stack}, {@code provenance},
     * {@code suppressed}.
     */
    public static Map<String, Object> fields(Throwable thrown) {
        return new ExceptionSummary().told(thrown);
    }

    /** Whether messages of the type are safe to log. */
    public static boolean quotesNothing(String type) {
        return QUOTING_NOTHING.contains(type);
    }

    private Map<String, Object> told(Throwable thrown) {
        seen.add(thrown);
        String type = thrown.getClass().getName();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", type);
        if (quotesNothing(type)) {
            fields.put("message", thrown.getMessage());
        }
        fields.put("stack", ownFrames(thrown));
        Stream.ofNullable(thrown.getCause()).filter(seen::add).forEach(cause -> fields.put("cause", told(cause)));
        List<Map<String, Object>> suppressed = Arrays.stream(thrown.getSuppressed()).filter(seen::add).map(this::told)
                .toList();
        if (!suppressed.isEmpty()) {
            fields.put("suppressed", suppressed);
        }
        return fields;
    }

    private static String ownFrames(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace()).filter(frame -> frame.getClassName().startsWith(OWN_PACKAGE))
                .limit(MAX_FRAMES).map(StackTraceElement::toString).collect(Collectors.joining("\n"));
    }
}
