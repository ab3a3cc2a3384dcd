package clinic.appointments.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The patient details: the personal data that a client registers for a patient. They are protected health information,
 * so they have no text form. Stored details may be older than today's rules: only incoming ones are checked, by
 * {@link #accepted}.
 */
public record PatientDetails(String firstName, String lastName, Optional<String> email, Optional<String> phone,
        Optional<LocalDate> dateOfBirth, Optional<ZoneId> timeZone, Optional<Locale> locale,
        ReminderPreference reminderPreference) {

    private static final int MAX_NAME_LENGTH = 200;
    private static final int MAX_PHONE_LENGTH = 100;
    /** Only people dial it: any text with a digit of any script can be a number. */
    private static final Pattern PHONE = Pattern.compile("[^\\t\\n\\r]*\\p{Nd}[^\\t\\n\\r]*");
    private static final LocalDate MIN_BIRTH_DATE = LocalDate.of(1850, 1, 1);

    /**
     * The details in their stored form.
     *
     * @param today the latest current date of all zones
     * @throws InvalidValueException when a field holds an impossible value
     */
    public PatientDetails accepted(LocalDate today) {
        checkName("firstName", firstName);
        checkName("lastName", lastName);
        Optional<String> address = email.map(EmailAddress::normalized);
        InvalidValueException.unless(phone.stream().allMatch(PatientDetails::isPhone), "phone",
                "must be a line of at most " + MAX_PHONE_LENGTH + " characters with a digit among them");
        InvalidValueException.unless(dateOfBirth.stream().allMatch(date -> isBirth(date, today)), "dateOfBirth",
                "must be a date from " + MIN_BIRTH_DATE + " to today");
        return new PatientDetails(firstName, lastName, address, phone, dateOfBirth, timeZone, locale,
                reminderPreference);
    }

    private static void checkName(String field, String name) {
        InvalidValueException.unless(!FreeText.isInvisible(name) && FreeText.fits(name, MAX_NAME_LENGTH), field,
                "must be 1 to " + MAX_NAME_LENGTH + " characters of text, without control characters");
    }

    private static boolean isPhone(String phone) {
        return FreeText.fits(phone, MAX_PHONE_LENGTH) && PHONE.matcher(phone).matches();
    }

    private static boolean isBirth(LocalDate date, LocalDate today) {
        return !date.isBefore(MIN_BIRTH_DATE) && !date.isAfter(today);
    }

    @Override
    public String toString() {
        return "PatientDetails[protected]";
    }
}
