package clinic.appointments.wire;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.ReminderPreference;

/** A patient's fields on the wire. */
final class PatientFields {

    private PatientFields() {
    }

    static PatientDetails read(Fields fields) {
        ReminderPreference preference = fields.optionalParsed("reminderPreference", ReminderPreference::valueOf,
                "must be EMAIL or NONE").orElse(ReminderPreference.EMAIL);
        return new PatientDetails(fields.text("firstName"), fields.text("lastName"), fields.optionalText("email"),
                fields.optionalText("phone"),
                fields.optionalParsed("dateOfBirth", LocalDate::parse, "must be a date such as 1980-02-29"),
                TimeSlotFields.zone(fields), locale(fields), preference);
    }

    /** An IETF BCP 47 language tag. */
    private static Optional<Locale> locale(Fields fields) {
        return fields.optionalParsed("locale", tag -> new Locale.Builder().setLanguageTag(tag).build(),
                "must be a language tag such as de-DE");
    }
}
