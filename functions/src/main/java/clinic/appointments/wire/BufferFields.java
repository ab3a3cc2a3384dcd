package clinic.appointments.wire;

import java.time.Duration;
import java.util.Optional;

import clinic.appointments.model.Buffer;
import clinic.appointments.model.InvalidValueException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON field {@code buffer}, with the durations {@code before} and {@code after}. */
final class BufferFields {

    private static final String BUFFER = "buffer";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private BufferFields() {
    }

    static Optional<Buffer> read(Fields fields) {
        return fields.optionalObject(BUFFER).map(BufferFields::buffer);
    }

    /** What is wrong within it is said of the buffer. */
    private static Buffer buffer(Fields fields) {
        try {
            return new Buffer(length(fields, BEFORE), length(fields, AFTER));
        } catch (IllegalArgumentException wrong) {
            throw new InvalidValueException(BUFFER, "must have values whose " + wrong.getMessage());
        }
    }

    private static Duration length(Fields fields, String field) {
        return fields.optionalParsed(field, WholeMinutes::parse, WholeMinutes.RULE).orElse(Duration.ZERO);
    }

    static void write(Optional<Buffer> known, ObjectNode json) {
        known.ifPresent(buffer -> json.putObject(BUFFER).put(BEFORE, WholeMinutes.write(buffer.before()))
                .put(AFTER, WholeMinutes.write(buffer.after())));
    }
}
