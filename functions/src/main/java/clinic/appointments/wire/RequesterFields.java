package clinic.appointments.wire;

import java.util.Optional;

import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.StaffOverride;

/** The JSON fields of a requester: {@code actor}, and {@code override} with an actor and a reason. */
final class RequesterFields {

    private static final String OVERRIDE = "override";

    private RequesterFields() {
    }

    static AppointmentRequest.Requester read(Fields fields) {
        Optional<StaffOverride> override = fields.optionalObject(OVERRIDE).map(RequesterFields::override);
        String actor = fields.optionalParsed("actor", Provenance::clientOf, "")
                .or(() -> override.map(StaffOverride::actor)).orElse(Provenance.CLIENT);
        return new AppointmentRequest.Requester(actor, override);
    }

    private static StaffOverride override(Fields fields) {
        String actor = fields.text("actor");
        String reason = fields.text("reason");
        try {
            return new StaffOverride(Provenance.clientOf(actor), ReasonCode.ofClient(reason));
        } catch (InvalidValueException within) {
            throw new InvalidValueException(OVERRIDE, "must have " + within.getMessage());
        }
    }
}
