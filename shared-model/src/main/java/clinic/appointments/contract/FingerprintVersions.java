package clinic.appointments.contract;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Versions of the secret that fingerprints of personal data are made with, current first. What was written with one
 * that is not among them any more is not recognized. {@link #UNKEYED} stands for what was written before there was a
 * secret; it is recognized at most, and never current.
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

    /** Reads what {@link #toString()} writes, such as {@code 2,1}. */
    public static FingerprintVersions of(String written) {
        return new FingerprintVersions(Arrays.stream(written.split(",")).map(Integer::valueOf).toList());
    }

    @Override
    public String toString() {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
