package clinic.appointments.local.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/**
 * The e-mails that SES documents as invalid, with its messages: addresses that its mail library rejects or that are
 * not ASCII (SES API v2: "Destination"), headers that exceed their limits (SES API v2: "MessageHeader"), and tags in
 * another alphabet (SES API v2: "MessageTag").
 */
final class Refusals {

    private static final Predicate<String> HEADER_NAME = Pattern.compile("[!-9;-@A-~]{1,126}").asMatchPredicate();
    private static final Predicate<String> HEADER_VALUE = Pattern.compile("[ -~]{1,870}").asMatchPredicate();

    private static final Predicate<String> TAG = Pattern.compile("[A-Za-z0-9_-]{1,256}").asMatchPredicate();

    private Refusals() {
    }

    /** The reason to reject an e-mail with these addresses, headers and tags; empty if it is valid. */
    static Optional<String> of(List<String> addresses, List<Mail.Header> headers, Map<String, String> tags) {
        return Stream.of(addresses.stream().flatMap(address -> ofAddress(address).stream()),
                headers.stream().filter(header -> !isHeader(header)).map(_ -> "Invalid header."),
                Stream.concat(tags.keySet().stream(), tags.values().stream()).filter(text -> !TAG.test(text))
                        .map(_ -> "Invalid tag."))
                .flatMap(Function.identity()).findFirst();
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
            return Optional.of(Objects.requireNonNull(refused.getMessage()));
        }
    }

    /** Whether a local part is within its limit of 64 octets (RFC 5321, section 4.5.3.1.1). */
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
