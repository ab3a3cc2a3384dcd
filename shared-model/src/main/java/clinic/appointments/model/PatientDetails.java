package clinic.appointments.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a client tells about a patient; protected health information, which is why it prints as nothing. */
public record PatientDetails(String firstName, String lastName, Optional<String> email, Optional<String> phone,
        Optional<LocalDate> dateOfBirth, Optional<ZoneId> timeZone, Optional<Locale> locale,
        ReminderPreference reminderPreference) {

    private static final int LONGEST_NAME = 200;
    /** RFC 5321, section 4.5.3.1.3: a path has at most 256 octets, its angle brackets included. */
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;:\"]+@[^\\s@<>,;:\"]+\\.[^\\s@<>,;:\"]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{1,30}");

    public PatientDetails {
        checkName("firstName", firstName);
        checkName("lastName", lastName);
        InvalidValueException.unless(email.stream().allMatch(PatientDetails::isEmail), "email",
                "must be an address such as name@example.org");
        InvalidValueException.unless(phone.stream().allMatch(value -> PHONE.matcher(value).matches()), "phone",
                "must be digits, spaces and ( ) . / -, with an optional leading +");
    }

    private static void checkName(String field, String name) {
        InvalidValueException.unless(!name.isBlank() && name.length() <= LONGEST_NAME, field,
                "must have 1 to " + LONGEST_NAME + " characters");
    }

    private static boolean isEmail(String value) {
        return value.length() <= LONGEST_EMAIL && EMAIL.matcher(value).matches();
    }

    @Override
    public String toString() {
        return "PatientDetails[protected]";
    }
}
