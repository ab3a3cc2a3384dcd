package clinic.appointments.runtime;

import java.util.function.Supplier;

import clinic.appointments.message.Fate;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.wire.MalformedMessageException;

/** The fate of a message between our own stages that cannot be read; clients' requests have receipts besides. */
public final class InternalMessage {

    private InternalMessage() {
    }

    /** Does the work, unless reading the message fails. */
    public static Fate read(Supplier<Fate> work) {
        try {
            return work.get();
        } catch (MalformedMessageException malformed) {
            return new Fate.Parked(malformed.getMessage());
        } catch (InvalidValueException invalid) {
            return new Fate.Rejected(RejectionReason.invalid(invalid.field()));
        }
    }
}
