package clinic.appointments.local.stage;

import java.util.stream.Stream;

/** A problem that the user can solve; the message tells them in one sentence. */
public final class StageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StageException(String message) {
        super(message);
    }

    public StageException(String message, Throwable cause) {
        super(message, cause);
    }

    static StageException unknown(String kind, String id, Stream<String> known) {
        return new StageException(
                "There is no %s %s; there are %s.".formatted(kind, id, String.join(", ", known.toList())));
    }
}
