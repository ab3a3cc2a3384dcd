package clinic.appointments.aws;

import java.time.Instant;

import clinic.appointments.port.AppointmentSearch.Period;

/**
 * The starts of a period in their stored text form, in which DynamoDB compares them.
 *
 * @param first inclusive
 * @param last inclusive
 */
record StoredStarts(String first, String last) {

    /** A text before every instant: an instant after the year 9999 begins with a plus. */
    private static final String BEFORE_ALL = "+";
    /** A text after every instant: the character after the digits. */
    private static final String AFTER_ALL = ":";
    private static final Instant END_OF_FOUR_DIGITS = Instant.parse("+10000-01-01T00:00:00Z");

    static StoredStarts of(Period period) {
        return new StoredStarts(period.from().map(Instant::toString).orElse(BEFORE_ALL),
                period.to().filter(to -> !to.isAfter(END_OF_FOUR_DIGITS)).map(to -> to.minusMillis(1).toString())
                        .orElse(AFTER_ALL));
    }

    boolean contain(String start) {
        return first.compareTo(start) <= 0 && start.compareTo(last) <= 0;
    }
}
