package clinic.appointments.contract;

/** Attributes of the table with receipts, as named by Powertools 2.x. */
public final class IdempotencyTable {

    /** Construct id of the table. */
    public static final String ID = "IdempotencyTable";
    /** Partition key, a string: {@code request#<hash>}. */
    public static final String KEY = "id";
    /** Attribute that DynamoDB's time to live reads, in epoch seconds. */
    public static final String TTL = "expiration";

    private IdempotencyTable() {
    }
}
