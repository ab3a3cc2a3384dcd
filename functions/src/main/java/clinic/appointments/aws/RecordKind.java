package clinic.appointments.aws;

import java.util.Locale;

/** A kind of idempotency record. */
enum RecordKind {

    /** A request: its id is the name, its body must be the same. */
    REQUEST,
    /** A reminder that was handed to the provider. */
    REMINDER;

    /** First part of its keys. */
    String prefix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
