package clinic.appointments.wire;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import clinic.appointments.message.Correlation;

/**
 * A correlation id as the value of an e-mail's tag, which has letters, digits, hyphens and underscores only, at most
 * 256 (SES API v2: "MessageTag"). Any other character is written as {@code _} and two hexadecimal digits.
 */
final class CorrelationTag {

    private static final int MAX_LENGTH = 256;
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9-]");
    private static final Pattern WRITTEN = Pattern.compile("_([0-9a-f]{2})");

    private CorrelationTag() {
    }

    /** The value; empty for an id of so many other characters that its value would be too long. */
    static Optional<String> write(String correlationId) {
        String value = OTHER.matcher(correlationId)
                .replaceAll(other -> "_" + HexFormat.of().toHexDigits((byte) other.group().charAt(0)));
        return Optional.of(value).filter(written -> written.length() <= MAX_LENGTH);
    }

    /** The correlation id; empty when the value is none. */
    static Optional<String> read(String value) {
        String id = WRITTEN.matcher(value).replaceAll(
                written -> new String(HexFormat.of().parseHex(written.group(1)), StandardCharsets.US_ASCII));
        return Optional.of(id).filter(Correlation::isCorrelationId);
    }
}
