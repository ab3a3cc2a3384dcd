package clinic.appointments.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Write units by what used them, in the order of first use.
 *
 * @param units by action and tables, such as {@code PutItem IdempotencyTable}
 */
record Usage(Map<String, Double> units) {

    Usage plus(Usage other) {
        Map<String, Double> sum = new LinkedHashMap<>(units);
        other.units.forEach((use, written) -> sum.merge(use, written, Double::sum));
        return new Usage(sum);
    }

    Usage dividedBy(int parts) {
        Map<String, Double> share = new LinkedHashMap<>(units);
        share.replaceAll((_, written) -> written / parts);
        return new Usage(share);
    }

    double of(String use) {
        return units.getOrDefault(use, 0.0);
    }

    double total() {
        return units.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
