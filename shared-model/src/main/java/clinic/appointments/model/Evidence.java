package clinic.appointments.model;

import java.util.Optional;

/**
 * Evidence: what a rejection rests on, beside its reason.
 *
 * @param blockedBy id of an appointment or a block that has the wanted time; others may have it, too
 * @param setting the setting whose value the request does not meet, such as {@code minimumNotice PT2H}
 */
public record Evidence(Optional<String> blockedBy, Optional<String> setting) {

    /** The evidence of a reason that speaks for itself. */
    public static final Evidence NONE = new Evidence(Optional.empty(), Optional.empty());

    /** An appointment in the way. */
    public static Evidence blockedBy(AppointmentId other) {
        return new Evidence(Optional.of(other.value()), Optional.empty());
    }

    /** A block in the way. */
    public static Evidence blockedBy(BlockId block) {
        return new Evidence(Optional.of(block.value()), Optional.empty());
    }

    /** A setting that is not met. */
    public static Evidence setting(String name, Object value) {
        return new Evidence(Optional.empty(), Optional.of(name + " " + value));
    }
}
