package clinic.appointments.port;

import java.util.stream.Stream;

/**
 * Stands for a text that holds personal data where only its sameness matters. Whoever does not have the secret learns
 * nothing of the text, not even by guessing at it; a plain hash of a body or an address gives both away. Written as
 * {@code <version of the secret>:<hexadecimal digits>}.
 */
public interface Fingerprints {

    /** In the current version: what is written from now on. */
    String of(String text);

    /** In every version that is in use, current first: by one of them it is found. */
    Stream<String> inEveryVersion(String text);

    /** Whether a fingerprint was made in the current version. */
    boolean isCurrent(String fingerprint);
}
