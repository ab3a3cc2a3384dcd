package clinic.appointments.model;

import java.util.regex.Pattern;

/** Why a client did something, as a code of his own; a code, because free text might be protected. */
public record ReasonCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    public ReasonCode {
        InvalidValueException.unless(FORM.matcher(value).matches(), "reason",
                "must be a code of 1 to 40 capital letters, digits or '_', such as PATIENT_ILL");
    }

    /** A code that a client may give: that a hold has expired, the service alone says. */
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
