package clinic.appointments.contract;

/** Keys and index of the table that holds one item a patient. Every key is a string. */
public final class PatientsTable {

    /** Construct id of the table. */
    public static final String ID = "PatientsTable";
    /** Partition key. */
    public static final String KEY = "patientId";

    /** Index of the patients of an e-mail address; keys only, and not unique: families share an address. */
    public static final String BY_EMAIL = "byEmail";
    /**
     * Partition key of {@link #BY_EMAIL}: SHA-256 of the normalized address, because keys surface in CloudTrail data
     * events and Contributor Insights.
     */
    public static final String EMAIL_HASH = "emailHash";

    private PatientsTable() {
    }
}
