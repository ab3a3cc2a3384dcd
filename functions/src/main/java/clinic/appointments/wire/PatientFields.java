package clinic.appointments.wire;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.ReminderPreference;

/** The JSON fields of a patient. */
final class PatientFields {

    private PatientFields() {
    }

    /**
     * @param today the latest current date of all zones
     */
    static PatientDetails read(Fields fields, LocalDate today) {
        ReminderPreference preference = fields.optionalParsed("reminderPreference", ReminderPreference::valueOf,
                "must be EMAIL or NONE").orElse(ReminderPreference.EMAIL);
        return new PatientDetails(fields.text("firstName"), fields.text("lastName"), fields.optionalText("email"),
                fields.optionalText("phone"), fields.optionalDate("dateOfBirth"), TimeSlotFields.zone(fields),
                locale(fields), preference).accepted(today);
    }

    private static Optional<Locale> locale(Fields fields) {
        return fields.optionalParsed("locale", LanguageTag::read, "must be a language tag such as de-DE")
                .flatMap(found -> found);
    }
}
