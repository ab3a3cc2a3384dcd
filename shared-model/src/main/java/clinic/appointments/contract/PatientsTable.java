package clinic.appointments.contract;

/** Keys and indexes of the table with one item per patient. Every key is a string. */
public final class PatientsTable {

    /** Construct id of the table. */
    public static final String ID = "PatientsTable";
    /** Partition key. */
    public static final String KEY = "patientId";

    /** Index of patients by e-mail address; keys only. An address is not unique: families share one. */
    public static final String BY_EMAIL = "byEmail";
    /**
     * Partition key of {@link #BY_EMAIL}: a keyed fingerprint of the normalized address, because keys surface in
     * CloudTrail data events and Contributor Insights.
     */
    public static final String EMAIL_HASH = "emailHash";

    /**
     * Sparse index of the patients with a mark, by the time of the mark; keys only. Patients without a mark cost
     * nothing.
     */
    public static final String BY_SIGN = "bySign";
    /** Partition key of {@link #BY_SIGN}: the kind of mark. */
    public static final String SIGN = "sign";
    /** Sort key of {@link #BY_SIGN}: the time of the mark, as an ISO-8601 instant. */
    public static final String SIGNED_AT = "signedAt";

    private PatientsTable() {
    }
}
