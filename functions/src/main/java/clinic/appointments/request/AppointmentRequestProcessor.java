package clinic.appointments.request;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;

import clinic.appointments.aws.Attempts;
import clinic.appointments.aws.AwsClients;
import clinic.appointments.aws.BookingTables;
import clinic.appointments.aws.DynamoDbAppointmentSearch;
import clinic.appointments.aws.DynamoDbAppointments;
import clinic.appointments.aws.DynamoDbBookings;
import clinic.appointments.aws.DynamoDbCalendars;
import clinic.appointments.aws.DynamoDbPatients;
import clinic.appointments.aws.DynamoDbReceipts;
import clinic.appointments.aws.KmsFingerprints;
import clinic.appointments.aws.Pause;
import clinic.appointments.aws.SqsFollowUps;
import clinic.appointments.aws.SqsMessageSource;
import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.inbox.RetryOnConflict;
import clinic.appointments.inbox.IdempotentReceiver;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Fingerprints;
import clinic.appointments.runtime.DomainSettings;
import clinic.appointments.runtime.Environment;
import clinic.appointments.runtime.FingerprintSettings;
import clinic.appointments.runtime.LogContext;
import clinic.appointments.runtime.QueueFunction;
import clinic.appointments.runtime.Tracing;
import clinic.appointments.wire.RequestCodec;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Consumes the request queue: validates requests, books and changes appointments, registers and erases patients. */
public final class AppointmentRequestProcessor implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final RequestCodec<AppointmentCommand.RequestCommand> codec;
    private final IdempotentReceiver<AppointmentCommand.RequestCommand> receiver;
    private final QueueFunction function;

    public AppointmentRequestProcessor() {
        this(Environment.read(System.getenv(), Settings::of), AwsClients.dynamoDb(), AwsClients.sqs());
    }

    private AppointmentRequestProcessor(Settings settings, DynamoDbClient dynamoDb, SqsClient sqs) {
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        RandomGenerator random = RandomGenerator.getDefault();
        codec = RequestCodec.ofRequestQueue(settings.policy().terms().zone(), clock);
        Stores stores = stores(dynamoDb, settings, clock);
        receiver = new IdempotentReceiver<>(stores.receipts(),
                commands(settings.policy(), stores,
                        new FollowUpPublisher(new SqsFollowUps(sqs, settings.confirmationQueueUrl())),
                        new Turn(clock, new RetryOnConflict(random, Pause::of))),
                new IdempotentReceiver.Chance(clock, random));
        function = new QueueFunction(this::handle,
                new SqsMessageSource(sqs, settings.queueUrl(), settings.deadLetterQueueUrl()), settings.metrics());
    }

    private static Stores stores(DynamoDbClient client, Settings settings, Clock clock) {
        BookingTables tables = settings.tables();
        Fingerprints fingerprints = new KmsFingerprints(AwsClients.kms(), settings.fingerprints().key(),
                settings.fingerprints().versions());
        return new Stores(new DynamoDbBookings(client, tables), new DynamoDbAppointments(client, tables.appointments()),
                new DynamoDbPatients(client, tables.patients(), fingerprints),
                new DynamoDbCalendars(client, tables.calendars()),
                new DynamoDbAppointmentSearch(client, tables.appointments()),
                new DynamoDbReceipts(client, settings.idempotencyTable(),
                        new Attempts(clock, () -> UUID.randomUUID().toString()), fingerprints));
    }

    private static RequestCommands commands(ChangePolicy policy, Stores stores, FollowUpPublisher followUps,
            Turn turn) {
        ErasureGuard erasureGuard = new ErasureGuard(stores.patients(), stores.appointments(), stores.receipts(), turn.clock());
        BookingTerms terms = policy.terms();
        return new RequestCommands(
                new BookAppointment(stores.bookings(), erasureGuard, followUps, terms, turn),
                new ChangeAppointment(
                        new ChangeAppointment.Stores(stores.appointments(), stores.bookings(), stores.calendars()),
                        followUps, policy, turn),
                new RegisterPatient(stores.patients(), turn),
                new ErasePatient(stores.patients(), erasureGuard, new PatientAppointments(stores.search(),
                        stores.calendars(), stores.appointments(), terms), turn));
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return function.process(event, context);
    }

    private Disposition handle(IncomingMessage message, Deadline deadline) {
        AppointmentRequest<AppointmentCommand.RequestCommand> request = codec.decode(message, Tracing.currentTraceId());
        LogContext.request(request);
        return receiver.handle(request, deadline);
    }

    private record Stores(DynamoDbBookings bookings, DynamoDbAppointments appointments, DynamoDbPatients patients,
            DynamoDbCalendars calendars, DynamoDbAppointmentSearch search, DynamoDbReceipts receipts) {
    }

    private record Settings(BookingTables tables, String idempotencyTable, String queueUrl, String deadLetterQueueUrl,
            String confirmationQueueUrl, FingerprintSettings fingerprints, ChangePolicy policy, String metrics) {

        static Settings of(Environment environment) {
            return new Settings(
                    new BookingTables(environment.text(EnvironmentKey.PATIENTS_TABLE),
                            environment.text(EnvironmentKey.APPOINTMENTS_TABLE),
                            environment.text(EnvironmentKey.CALENDARS_TABLE)),
                    environment.text(EnvironmentKey.IDEMPOTENCY_TABLE),
                    environment.text(EnvironmentKey.SOURCE_QUEUE_URL),
                    environment.text(EnvironmentKey.DEAD_LETTER_QUEUE_URL),
                    environment.text(EnvironmentKey.CONFIRMATION_QUEUE_URL),
                    DomainSettings.fingerprints(environment), DomainSettings.policy(environment),
                    environment.text(EnvironmentKey.POWERTOOLS_METRICS_NAMESPACE));
        }
    }
}
