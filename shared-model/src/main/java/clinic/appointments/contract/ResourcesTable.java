package clinic.appointments.contract;

/** Key of the table with one item per defined resource, pool, visit type and block. The key is a string. */
public final class ResourcesTable {

    /** Construct id of the table. */
    public static final String ID = "ResourcesTable";
    /**
     * Partition key: {@code <kind>:<id>} of a resource, {@link #POOL} and the id of a pool, {@link #VISIT_TYPE} and the
     * id of a visit type, or {@link #BLOCK} and the id of a block.
     */
    public static final String KEY = "resourceId";

    /** Beginning of a block's key; no resource's has it. */
    public static final String BLOCK = "block#";

    /** Beginning of a pool's key; no resource's has it. */
    public static final String POOL = "pool#";

    /** Beginning of a visit type's key; no resource's has it. */
    public static final String VISIT_TYPE = "visit#";

    private ResourcesTable() {
    }
}
