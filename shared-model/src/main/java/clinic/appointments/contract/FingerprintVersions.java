package clinic.appointments.contract;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Versions of the secret behind the fingerprints of personal data, current first. Fingerprints of any other version are
 * no longer recognized. {@link #UNKEYED} stands for fingerprints from before there was a secret; it can be recognized,
 * but is never current.
 */
public record FingerprintVersions(List<Integer> values) {

    public static final int UNKEYED = 0;

    public FingerprintVersions {
        values = List.copyOf(values);
        if (values.isEmpty() || values.getFirst() == UNKEYED || values.stream().anyMatch(version -> version < UNKEYED)
                || values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException("versions must be whole numbers, each once, and not 0 in front");
        }
    }

    /** Reads the text that {@link #toString()} makes, such as {@code 2,1}. */
    public static FingerprintVersions of(String written) {
        return new FingerprintVersions(Arrays.stream(written.split(",")).map(Integer::valueOf).toList());
    }

    @Override
    public String toString() {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
