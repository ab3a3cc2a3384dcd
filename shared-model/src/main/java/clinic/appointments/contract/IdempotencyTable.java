package clinic.appointments.contract;

/** Keys and indexes of the table with receipts; the attributes of Powertools 2.x have its names. */
public final class IdempotencyTable {

    /** Construct id of the table. */
    public static final String ID = "IdempotencyTable";
    /** Partition key, a string: {@code request#<hash>}. */
    public static final String KEY = "id";
    /** Attribute that DynamoDB's time to live reads, in epoch seconds. */
    public static final String TTL = "expiration";

    /** Sparse index of the requests that are postponed, parked or given up; keys only. */
    public static final String BY_UNRESOLVED = "byUnresolved";
    /** Partition key of {@link #BY_UNRESOLVED}: a number below {@link EnvironmentKey#OVERDUE_SHARDS}. */
    public static final String UNRESOLVED_SHARD = "unresolvedShard";
    /** Sort key of {@link #BY_UNRESOLVED}: a state, a space, and an instant. */
    public static final String UNRESOLVED = "unresolved";

    private IdempotencyTable() {
    }
}
