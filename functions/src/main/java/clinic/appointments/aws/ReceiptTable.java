package clinic.appointments.aws;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The table of receipts, and the shards of its index.
 *
 * @param shards number of partitions of the index of unresolved requests, so that those of an outage do not meet in one
 */
public record ReceiptTable(String name, int shards) {

    /** The partition of a record in the index. */
    String shardOf(String key) {
        return Integer.toString(Math.floorMod(key.hashCode(), shards));
    }

    /** Every partition of the index. */
    List<String> allShards() {
        return IntStream.range(0, shards).mapToObj(Integer::toString).toList();
    }
}
