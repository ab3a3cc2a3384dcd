package clinic.appointments.contract;

/** Key of the table with one item per defined resource, one per pool and one per block. The key is a string. */
public final class ResourcesTable {

    /** Construct id of the table. */
    public static final String ID = "ResourcesTable";
    /**
     * Partition key: {@code <kind>:<id>} of a resource, {@link #POOL} and the id of a pool, or {@link #BLOCK}
     * and the id of a block.
     */
    public static final String KEY = "resourceId";

    /** Beginning of a block's key; no resource's has it. */
    public static final String BLOCK = "block#";

    /** Beginning of a pool's key; no resource's has it. */
    public static final String POOL = "pool#";

    private ResourcesTable() {
    }
}
