package clinic.appointments.contract;

/** Key of the table with one item per defined resource. The key is a string. */
public final class ResourcesTable {

    /** Construct id of the table. */
    public static final String ID = "ResourcesTable";
    /** Partition key: {@code <kind>:<id>}. */
    public static final String KEY = "resourceId";

    private ResourcesTable() {
    }
}
