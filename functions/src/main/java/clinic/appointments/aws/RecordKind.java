package clinic.appointments.aws;

import java.util.Optional;

/**
 * A kind of idempotency record.
 *
 * @param prefix first part of its keys
 * @param validation JMESPath of the part of the payload that must stay the same, if any
 */
record RecordKind(String prefix, Optional<String> validation) {

    /** A request as a whole: its id is the key, its body must be the same. */
    static final RecordKind REQUEST = new RecordKind("request", Optional.of("body"));
    /** A request's receipt alone. */
    static final RecordKind RECEIPT = new RecordKind("request", Optional.empty());
    /** A reminder that was handed to the provider. */
    static final RecordKind REMINDER = new RecordKind("reminder", Optional.empty());
}
