package clinic.appointments.model;

import java.util.regex.Pattern;

/** A reason code: a client's own code for the reason of a change; a code, because free text might be protected. */
public record ReasonCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    public ReasonCode {
        InvalidValueException.unless(FORM.matcher(value).matches(), "reason",
                "must be a code of 1 to 40 capital letters, digits or '_', such as PATIENT_ILL");
    }

    /** A code that a client may give; only the service may give the code of an expired hold. */
    public static ReasonCode ofClient(String value) {
        InvalidValueException.unless(!value.equals(Appointment.HOLD_EXPIRED.value()), "reason",
                "must not be " + Appointment.HOLD_EXPIRED);
        return new ReasonCode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
