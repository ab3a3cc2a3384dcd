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
 * What may be told of something thrown: types, and where in our own code. Messages of foreign exceptions quote what
 * they choke on - the JDK's, the JSON library's, AWS's own refusals - and that is a client's text; so no message is
 * told but of the types that are known to quote nothing. The same goes for causes and for what was suppressed.
 */
public final class ExceptionSummary {

    /** Names of types whose messages are ours from end to end. */
    static final Set<String> QUOTING_NOTHING = Set.of("clinic.appointments.aws.ItemBatch$ItemsNotReadException",
            "clinic.appointments.model.InvalidValueException", "clinic.appointments.port.BadCursorException",
            "clinic.appointments.wire.MalformedMessageException", "clinic.appointments.wire.NewerSchemaException");

    private static final String OWN_PACKAGE = "clinic.appointments.";
    private static final int MAX_FRAMES = 20;

    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private ExceptionSummary() {
    }

    /**
     * Fields for a log line: {@code name}, {@code message} if it may be told, {@code stack}, {@code provenance},
     * {@code suppressed}.
     */
    public static Map<String, Object> fields(Throwable thrown) {
        return new ExceptionSummary().told(thrown);
    }

    /** Whether the message of such a type may be told. */
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
