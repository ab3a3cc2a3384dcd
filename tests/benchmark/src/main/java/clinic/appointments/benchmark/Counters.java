package clinic.appointments.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the life of one appointment uses: its patient registered, itself booked with a room, confirmed, reminded of
 * twice and read once; and what a journey of the smoke test uses. Kept as a file, which {@link CostOfAnAppointment}
 * measures anew.
 */
record Counters(Map<String, Double> counts) {

    static final Path FILE = Path.of("tests/benchmark/counters.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    Counters {
        counts = new TreeMap<>(counts);
    }

    static Counters read() throws IOException {
        return new Counters(JSON.readValue(FILE.toFile(), new TypeReference<Map<String, Double>>() {
        }));
    }

    void write() throws IOException {
        Files.writeString(FILE, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(counts) + "\n");
    }

    /** These counters and others. */
    Counters plus(Counters others) {
        Map<String, Double> all = new TreeMap<>(counts);
        all.putAll(others.counts);
        return new Counters(all);
    }

    double of(String counter) {
        if (!counts.containsKey(counter)) {
            throw new IllegalArgumentException(FILE + " does not count " + counter + ".");
        }
        return counts.get(counter);
    }
}
