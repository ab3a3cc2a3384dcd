package clinic.appointments.wiring;

import java.time.InstantSource;
import java.util.function.Supplier;

import clinic.appointments.aws.AwsClients;
import clinic.appointments.aws.DynamoDbAppointmentSearch;
import clinic.appointments.aws.DynamoDbAppointments;
import clinic.appointments.aws.DynamoDbBlocks;
import clinic.appointments.aws.DynamoDbBookings;
import clinic.appointments.aws.DynamoDbCalendars;
import clinic.appointments.aws.DynamoDbEmailIndex;
import clinic.appointments.aws.DynamoDbMarkings;
import clinic.appointments.aws.DynamoDbPatients;
import clinic.appointments.aws.DynamoDbReceipts;
import clinic.appointments.aws.DynamoDbReminderLeases;
import clinic.appointments.aws.DynamoDbResources;
import clinic.appointments.aws.DynamoDbUndeliverableMarks;
import clinic.appointments.aws.DynamoDbUnresolvedRequests;
import clinic.appointments.aws.KmsFingerprints;
import clinic.appointments.port.AppointmentSearch;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Blocks;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Calendars;
import clinic.appointments.port.EmailIndex;
import clinic.appointments.port.Fingerprints;
import clinic.appointments.port.Markings;
import clinic.appointments.port.Patients;
import clinic.appointments.port.ReminderLeases;
import clinic.appointments.port.Resources;
import clinic.appointments.port.Stores;
import clinic.appointments.port.UndeliverableMarks;
import clinic.appointments.port.UnresolvedRequests;
import clinic.appointments.runtime.InvocationThreads;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@link Stores} on DynamoDB; each is constructed, and its variables are read, on first use. */
public final class DynamoDbStores implements Stores {

    private final Settings settings;
    private final InstantSource clock;
    private final AwsClients clients;
    private final Supplier<String> attemptIds;
    private final Lazy<DynamoDbClient> client = new Lazy<>();
    private final Lazy<Fingerprints> fingerprints = new Lazy<>();
    private final Lazy<Patients> patients = new Lazy<>();
    private final Lazy<DynamoDbReceipts> receipts = new Lazy<>();

    /**
     * @param attemptIds supplies a new id each time, unique across processes
     */
    DynamoDbStores(Settings settings, InstantSource clock, AwsClients clients, Supplier<String> attemptIds) {
        this.settings = settings;
        this.clock = clock;
        this.clients = clients;
        this.attemptIds = attemptIds;
    }

    @Override
    public Bookings bookings() {
        return new DynamoDbBookings(client(), settings.bookingTables(), receipts());
    }

    @Override
    public Appointments appointments() {
        return new DynamoDbAppointments(client(), settings.appointmentsTable());
    }

    @Override
    public Markings markings() {
        return new DynamoDbMarkings(client(), settings.appointmentsTable(), receipts());
    }

    /** For lists that leave out unreadable items. */
    public Appointments readableAppointments() {
        return DynamoDbAppointments.leavingOutWhatCannotBeRead(client(), settings.appointmentsTable());
    }

    @Override
    public Calendars calendars() {
        return new DynamoDbCalendars(client(), settings.calendarsTable());
    }

    @Override
    public AppointmentSearch search() {
        return new DynamoDbAppointmentSearch(client(), settings.appointmentsTable());
    }

    /** For lists that leave out unreadable items. */
    public AppointmentSearch readableSearch() {
        return DynamoDbAppointmentSearch.leavingOutWhatCannotBeRead(client(), settings.appointmentsTable(),
                new InvocationThreads());
    }

    @Override
    public Patients patients() {
        return patients.get(() -> new DynamoDbPatients(client(), settings.patientsTable(), fingerprints()));
    }

    @Override
    public Resources resources() {
        return new DynamoDbResources(client(), settings.resourcesTable());
    }

    @Override
    public Blocks blocks() {
        return new DynamoDbBlocks(client(), settings.resourcesTable(), settings.calendarsTable());
    }

    @Override
    public UndeliverableMarks undeliverableMarks() {
        return new DynamoDbUndeliverableMarks(client(), settings.patientsTable());
    }

    public EmailIndex emailIndex() {
        return new DynamoDbEmailIndex(client(), settings.patientsTable(), fingerprints());
    }

    @Override
    public DynamoDbReceipts receipts() {
        return receipts.get(() -> new DynamoDbReceipts(client(), settings.receiptTable(), clock, attemptIds,
                fingerprints()));
    }

    public UnresolvedRequests unresolvedRequests() {
        return new DynamoDbUnresolvedRequests(client(), settings.receiptTable());
    }

    @Override
    public ReminderLeases reminderLeases() {
        return new DynamoDbReminderLeases(client(), settings.appointmentsTable(), clock, attemptIds);
    }

    private DynamoDbClient client() {
        return client.get(clients::dynamoDb);
    }

    private Fingerprints fingerprints() {
        return fingerprints.get(() -> new KmsFingerprints(clients.kms(), settings.fingerprintKey(),
                settings.fingerprintVersions()));
    }
}
