package clinic.appointments.local.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/**
 * What SES documents as impossible, in the words that it uses: addresses (SES API v2: "Destination") are what its mail
 * library refuses, and whatever is not ASCII; headers are within their bounds (SES API v2: "MessageHeader").
 */
final class Refusals {

    private static final Predicate<String> HEADER_NAME = Pattern.compile("[!-9;-@A-~]{1,126}").asMatchPredicate();
    private static final Predicate<String> HEADER_VALUE = Pattern.compile("[ -~]{1,870}").asMatchPredicate();

    private Refusals() {
    }

    /** Why a mail with these is not taken; empty when it is. */
    static Optional<String> of(List<String> addresses, List<Mail.Header> headers) {
        return Stream.concat(addresses.stream().flatMap(address -> ofAddress(address).stream()),
                headers.stream().filter(header -> !isHeader(header)).map(_ -> "Invalid header.")).findFirst();
    }

    private static Optional<String> ofAddress(String address) {
        int at = address.lastIndexOf('@');
        if (!isAscii(address)) {
            return Optional.of(isAscii(address.substring(0, Math.max(at, 0)))
                    ? "Domain contains illegal character"
                    : "Local address contains illegal character");
        }
        try {
            new InternetAddress(address, true).validate();
            return isShort(address.substring(0, Math.max(at, 0))) ? Optional.empty() : Optional.of("Illegal address");
        } catch (AddressException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    /** Octets of a local part (RFC 5321, section 4.5.3.1.1). */
    private static boolean isShort(String local) {
        return local.length() <= 64;
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    private static boolean isHeader(Mail.Header header) {
        return HEADER_NAME.test(header.name()) && HEADER_VALUE.test(header.value());
    }
}
