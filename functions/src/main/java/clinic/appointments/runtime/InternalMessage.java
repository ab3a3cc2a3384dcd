package clinic.appointments.runtime;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import clinic.appointments.message.Disposition;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.wire.MalformedMessageException;

/** The handling of an internal message, which is parked when it cannot be read; clients' requests also get receipts. */
public final class InternalMessage {

    private InternalMessage() {
    }

    /** Reads a message and then does its work; exceptions of the work are not the message's fault. */
    public static <M> Disposition handle(Supplier<M> reading, Function<M, Disposition> work) {
        M message;
        try {
            message = reading.get();
        } catch (MalformedMessageException malformed) {
            return new Disposition.Parked(Objects.requireNonNull(malformed.getMessage()));
        } catch (InvalidValueException invalid) {
            return new Disposition.Rejected(RejectionReason.invalid(invalid.field()));
        }
        return work.apply(message);
    }
}
