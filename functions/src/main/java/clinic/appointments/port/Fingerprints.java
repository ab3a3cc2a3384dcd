package clinic.appointments.port;

import java.util.stream.Stream;

/**
 * The fingerprints: keyed hashes that replace texts with personal data where only their equality matters. Without the
 * secret nobody learns anything about the text, not even by guessing; a plain hash would give bodies and addresses
 * away. Written as {@code <version of the secret>:<hexadecimal digits>}.
 */
public interface Fingerprints {

    /** The fingerprint in the current version, for writing. */
    String of(String text);

    /** The fingerprints in all versions in use, current first, for searching. */
    Stream<String> inEveryVersion(String text);

    /** Whether a fingerprint has the current version. */
    boolean isCurrent(String fingerprint);
}
