package clinic.appointments.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client tells about a patient; protected health information, which is why it prints as nothing. What is stored
 * may be older than today's rules: only what comes in is checked, by {@link #accepted}.
 */
public record PatientDetails(String firstName, String lastName, Optional<String> email, Optional<String> phone,
        Optional<LocalDate> dateOfBirth, Optional<ZoneId> timeZone, Optional<Locale> locale,
        ReminderPreference reminderPreference) {

    private static final int MAX_NAME_LENGTH = 200;
    private static final int MAX_PHONE_LENGTH = 100;
    /** Nobody dials it but people: whatever has a digit of any script can be a number. */
    private static final Pattern PHONE = Pattern.compile("[^\\t\\n\\r]*\\p{Nd}[^\\t\\n\\r]*");
    private static final LocalDate MIN_BIRTH_DATE = LocalDate.of(1850, 1, 1);

    /**
     * The same in the form in which it is kept.
     *
     * @param today the latest date that it is anywhere
     * @throws InvalidValueException when a field holds what it can never hold
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
