package clinic.appointments.local.trace;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The tracing header of X-Ray (X-Ray: "Concepts: Tracing header").
 *
 * @param root trace id, {@code 1-<epoch seconds in hex>-<24 hex digits>}
 * @param parent id of the segment to which the receiver belongs, 16 hex digits
 */
public record TraceHeader(String root, String parent) {

    /** A header that begins a sampled trace. */
    public static TraceHeader begin(Instant at) {
        byte[] unique = new byte[20];
        ThreadLocalRandom.current().nextBytes(unique);
        String digits = HexFormat.of().formatHex(unique);
        return new TraceHeader("1-%08x-%s".formatted(at.getEpochSecond(), digits.substring(0, 24)),
                digits.substring(24));
    }

    /** Reads a header; empty if it names no trace. */
    public static Optional<TraceHeader> parse(String header) {
        String root = field(header, "Root=");
        return root.isEmpty() ? Optional.empty() : Optional.of(new TraceHeader(root, field(header, "Parent=")));
    }

    /** The header as it goes over the wire. */
    public String wire() {
        return "Root=%s;Parent=%s;Sampled=1".formatted(root, parent);
    }

    private static String field(String header, String name) {
        return Arrays.stream(header.split(";")).map(String::strip).filter(part -> part.startsWith(name)).findFirst()
                .map(part -> part.substring(name.length())).orElse("");
    }
}
