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
import clinic.appointments.aws.Pause;
import clinic.appointments.aws.SqsFollowUps;
import clinic.appointments.aws.SqsMessageSource;
import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.intake.Contention;
import clinic.appointments.intake.TakeRequest;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Fate;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.port.Deadline;
import clinic.appointments.runtime.DomainSettings;
import clinic.appointments.runtime.Environment;
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

    private final RequestCodec<AppointmentCommand.Requested> codec;
    private final TakeRequest<AppointmentCommand.Requested> takeRequest;
    private final QueueFunction function;

    public AppointmentRequestProcessor() {
        this(Environment.read(System.getenv(), Settings::of), AwsClients.dynamoDb(), AwsClients.sqs());
    }

    private AppointmentRequestProcessor(Settings settings, DynamoDbClient dynamoDb, SqsClient sqs) {
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        Attempts attempts = new Attempts(clock, () -> UUID.randomUUID().toString());
        RandomGenerator random = RandomGenerator.getDefault();
        codec = RequestCodec.ofRequestQueue(settings.policy().terms().zone(), clock);
        takeRequest = new TakeRequest<>(new DynamoDbReceipts(dynamoDb, settings.idempotencyTable(), attempts),
                commands(settings, dynamoDb, new Announcement(new SqsFollowUps(sqs, settings.confirmationQueueUrl())),
                        new Turn(clock, new Contention(random, Pause::of))),
                new TakeRequest.Chance(clock, random));
        function = new QueueFunction(this::handle,
                new SqsMessageSource(sqs, settings.queueUrl(), settings.deadLetterQueueUrl()), settings.metrics());
    }

    private static RequestedCommands commands(Settings settings, DynamoDbClient dynamoDb, Announcement announcement,
            Turn turn) {
        DynamoDbBookings bookings = new DynamoDbBookings(dynamoDb, settings.tables());
        DynamoDbAppointments appointments = new DynamoDbAppointments(dynamoDb, settings.tables().appointments());
        DynamoDbPatients patients = new DynamoDbPatients(dynamoDb, settings.tables().patients());
        DynamoDbCalendars calendars = new DynamoDbCalendars(dynamoDb, settings.tables().calendars());
        BookingTerms terms = settings.policy().terms();
        return new RequestedCommands(
                new BookAppointment(bookings, new Erasures(patients, appointments), announcement, terms, turn),
                new ChangeAppointment(new ChangeAppointment.Stores(appointments, bookings, calendars), announcement,
                        settings.policy(), turn),
                new RegisterPatient(patients, turn),
                new ErasePatient(patients, appointments, new AppointmentsOfPatient(
                        new DynamoDbAppointmentSearch(dynamoDb, settings.tables().appointments()), calendars,
                        appointments, terms), turn));
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return function.process(event, context);
    }

    private Fate handle(IncomingMessage message, Deadline deadline) {
        AppointmentRequest<AppointmentCommand.Requested> request = codec.decode(message, Tracing.currentTraceId());
        LogContext.request(request);
        return takeRequest.handle(request, deadline);
    }

    private record Settings(BookingTables tables, String idempotencyTable, String queueUrl, String deadLetterQueueUrl,
            String confirmationQueueUrl, ChangePolicy policy, String metrics) {

        static Settings of(Environment environment) {
            return new Settings(
                    new BookingTables(environment.text(EnvironmentKey.PATIENTS_TABLE),
                            environment.text(EnvironmentKey.APPOINTMENTS_TABLE),
                            environment.text(EnvironmentKey.CALENDARS_TABLE)),
                    environment.text(EnvironmentKey.IDEMPOTENCY_TABLE),
                    environment.text(EnvironmentKey.SOURCE_QUEUE_URL),
                    environment.text(EnvironmentKey.DEAD_LETTER_QUEUE_URL),
                    environment.text(EnvironmentKey.CONFIRMATION_QUEUE_URL), DomainSettings.policy(environment),
                    environment.text(EnvironmentKey.POWERTOOLS_METRICS_NAMESPACE));
        }
    }
}
