package clinic.appointments.contract;

/** Keys and indexes of the table that holds one item a patient. Every key is a string. */
public final class PatientsTable {

    /** Construct id of the table. */
    public static final String ID = "PatientsTable";
    /** Partition key. */
    public static final String KEY = "patientId";

    /** Index of the patients of an e-mail address; keys only, and not unique: families share an address. */
    public static final String BY_EMAIL = "byEmail";
    /**
     * Partition key of {@link #BY_EMAIL}: keyed fingerprint of the normalized address, because keys surface in
     * CloudTrail data events and Contributor Insights.
     */
    public static final String EMAIL_HASH = "emailHash";

    /**
     * Index of the patients that carry a sign, by its time; keys only, and empty but for those: who has none costs
     * nothing.
     */
    public static final String BY_SIGN = "bySign";
    /** Partition key of {@link #BY_SIGN}: which sign. */
    public static final String SIGN = "sign";
    /** Sort key of {@link #BY_SIGN}: since when, as an ISO-8601 instant. */
    public static final String SIGNED_AT = "signedAt";

    private PatientsTable() {
    }
}
