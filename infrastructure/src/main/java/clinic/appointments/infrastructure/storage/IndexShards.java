package clinic.appointments.infrastructure.storage;

/**
 * Numbers of partitions of the indexes of appointments, each from 1. A partition takes 1,000 write units per second
 * (DynamoDB Developer Guide, "Best practices for designing and using partition keys effectively").
 *
 * @param overdue partitions of the index of overdue work, and of that of unresolved requests; an appointment costs the
 *     first about six units, and each failed receive of a request costs the second two
 * @param status partitions of each date in the index by status; an appointment costs it two or three units
 */
public record IndexShards(int overdue, int status) {

    /** More than enough for every sensible load: each has a query of its own at each search. */
    public static final int MAX = 128;

    static final IndexShards DEFAULT = new IndexShards(4, 4);

    public IndexShards {
        require("overdueShards", overdue);
        require("statusShards", status);
    }

    private static void require(String name, int shards) {
        if (shards < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + shards);
        }
    }

    /** The same with another number of partitions of the index of overdue work. */
    public IndexShards withOverdue(int shards) {
        return new IndexShards(shards, status);
    }

    /** The same with another number of partitions of each date in the index by status. */
    public IndexShards withStatus(int shards) {
        return new IndexShards(overdue, shards);
    }
}
