package clinic.appointments.contract;

/** Keys and indexes of the table with one item per appointment. Every key is a string. */
public final class AppointmentsTable {

    /** Construct id of the table. */
    public static final String ID = "AppointmentsTable";
    /** Partition key. */
    public static final String KEY = "appointmentId";
    /** Attribute that DynamoDB's time to live reads, in epoch seconds. */
    public static final String TTL = "ttl";

    /** Index of a patient's appointments by start; keys only. */
    public static final String BY_PATIENT = "byPatient";
    /** Partition key of {@link #BY_PATIENT}. */
    public static final String PATIENT_ID = "patientId";
    /** Sort key of {@link #BY_PATIENT}: the start as an ISO-8601 instant. */
    public static final String START_AT = "startAt";

    /**
     * Index of the appointments of a date by start, with their {@link #STATUS}. The status is no part of a key: its
     * changes would cost two writes instead of one.
     */
    public static final String BY_STATUS = "byStatus";
    /**
     * Partition key of {@link #BY_STATUS}: {@code <appointmentDate>#<shard>}, a number below
     * {@link EnvironmentKey#STATUS_SHARDS}.
     */
    public static final String DAY_SHARD = "dayShard";
    /** Sort key of {@link #BY_STATUS}: the start as an instant, a space, and the appointment's id. */
    public static final String START_ORDER = "starts";
    /** Status of an appointment; the one attribute that an index holds beside its keys. */
    public static final String STATUS = "status";

    /** Sparse index of the appointments with open work, by the time at which it becomes overdue; keys only. */
    public static final String BY_OVERDUE = "byOverdue";
    /** Partition key of {@link #BY_OVERDUE}: a number below {@link EnvironmentKey#OVERDUE_SHARDS}. */
    public static final String OVERDUE_SHARD = "overdueShard";
    /** Sort key of {@link #BY_OVERDUE}: a quarter of an hour as an instant, a space, and the appointment's id. */
    public static final String OVERDUE_FROM = "overdueFrom";

    private AppointmentsTable() {
    }
}
