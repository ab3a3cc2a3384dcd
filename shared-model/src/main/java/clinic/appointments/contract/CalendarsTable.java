package clinic.appointments.contract;

/** Keys of the table with one item per calendar day: the busy intervals of a patient or resource on a UTC date. */
public final class CalendarsTable {

    /** Construct id of the table. */
    public static final String ID = "CalendarsTable";
    /** Partition key, a string: {@code <patient|resource>#<id>#<UTC date>}. */
    public static final String KEY = "calendarId";
    /** Attribute that DynamoDB's time to live reads, in epoch seconds. */
    public static final String TTL = "ttl";

    /** Beginning of the name of an attribute with a block's entry; the id of the block follows. */
    public static final String BLOCK = "block#";

    private CalendarsTable() {
    }
}
