package clinic.appointments.runtime;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import clinic.appointments.message.Disposition;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.wire.MalformedMessageException;

/** The fate of a message between our own stages that cannot be read; clients' requests have receipts besides. */
public final class InternalMessage {

    private InternalMessage() {
    }

    /** Reads a message and then does its work; what the work throws is no fault of the message. */
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
