package clinic.appointments.model;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules for e-mail addresses and their stored form: addresses that Amazon SES can send to (Amazon SES API v2
 * Reference, Destination), with a local part of 7-bit ASCII and the domain in Punycode.
 */
public final class EmailAddress {

    /** RFC 5321, section 4.5.3.1.3: a path has at most 256 octets, including its angle brackets. */
    private static final int MAX_LENGTH = 254;
    /** RFC 5321, sections 4.1.2 (Dot-string) and 4.5.3.1.1. */
    private static final Pattern LOCAL_PART = Pattern.compile(
            "(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    /** RFC 1035, section 2.3.1, at least two labels; RFC 3696, section 2: the last label is not all digits. */
    private static final Pattern DOMAIN = Pattern.compile(
            "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+(?![0-9]+$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    /**
     * Characters that the JDK's IDNA2003 maps to others while IDNA2008 keeps them (RFC 5891; Unicode Technical Standard
     * 46, Deviations): such a domain could turn into somebody else's.
     */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00DF\u03C2\u200C\u200D]");

    private EmailAddress() {
    }

    /**
     * The address in the form in which it is stored, written to and searched for.
     *
     * @throws InvalidValueException when no e-mail can be sent to it
     */
    public static String normalized(String written) {
        return find(written).orElseThrow(() -> new InvalidValueException("email",
                "must be an address such as name@example.org, of at most " + MAX_LENGTH + " characters"));
    }

    /**
     * The search form of an address, the same for all equivalent notations. It also exists for stored addresses that
     * older rules admitted and that no e-mail can be sent to.
     */
    public static String sought(String written) {
        String bare = FreeText.withoutInvisibleEnds(written);
        return find(bare).orElse(bare).toLowerCase(Locale.ROOT);
    }

    /**
     * The result of {@link #normalized}, also for addresses stored under older rules; empty when no e-mail can be sent
     * to the address.
     */
    public static Optional<String> find(String written) {
        int at = written.lastIndexOf('@');
        if (at < 0 || FreeText.hasInvisible(written)) {
            return Optional.empty();
        }
        String local = written.substring(0, at);
        return domain(written.substring(at + 1)).filter(_ -> LOCAL_PART.matcher(local).matches())
                .map(domain -> local + "@" + domain)
                .filter(address -> Math.max(address.length(), written.length()) <= MAX_LENGTH);
    }

    private static Optional<String> domain(String written) {
        try {
            return Optional.of(IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES))
                    .filter(ascii -> DOMAIN.matcher(ascii).matches() && !AMBIGUOUS.matcher(written).find());
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }
}
