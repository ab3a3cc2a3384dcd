package clinic.appointments.request;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import java.util.random.RandomGenerator;

import clinic.appointments.aws.Attempts;
import clinic.appointments.aws.AwsClients;
import clinic.appointments.aws.BookingTables;
import clinic.appointments.aws.DynamoDbAppointments;
import clinic.appointments.aws.DynamoDbBookings;
import clinic.appointments.aws.DynamoDbPatients;
import clinic.appointments.aws.DynamoDbReceipts;
import clinic.appointments.aws.Pause;
import clinic.appointments.aws.SqsConfirmations;
import clinic.appointments.aws.SqsMessageSource;
import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Fate;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.ReminderPlan;
import clinic.appointments.port.Deadline;
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

/** Consumes the request queue: validates requests, books appointments, registers patients. */
public final class AppointmentRequestProcessor implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final RequestCodec codec;
    private final TakeRequest takeRequest;
    private final QueueFunction function;

    public AppointmentRequestProcessor() {
        this(Environment.read(System.getenv(), Settings::of), AwsClients.dynamoDb(), AwsClients.sqs());
    }

    private AppointmentRequestProcessor(Settings settings, DynamoDbClient dynamoDb, SqsClient sqs) {
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        Attempts attempts = new Attempts(clock, () -> UUID.randomUUID().toString());
        RandomGenerator random = RandomGenerator.getDefault();
        Contention contention = new Contention(random, Pause::of);
        codec = new RequestCodec(settings.defaultZone());
        takeRequest = new TakeRequest(new DynamoDbReceipts(dynamoDb, settings.idempotencyTable(), attempts),
                useCases(settings, dynamoDb,
                        new Announcement(new SqsConfirmations(sqs, settings.confirmationQueueUrl())),
                        new ChangeAppointment.Terms(settings.plan(), clock, contention)),
                new TakeRequest.Chance(clock, random));
        function = new QueueFunction(this::handle,
                new SqsMessageSource(sqs, settings.queueUrl(), settings.deadLetterQueueUrl()), settings.metrics());
    }

    private static TakeRequest.UseCases useCases(Settings settings, DynamoDbClient dynamoDb, Announcement announcement,
            ChangeAppointment.Terms terms) {
        DynamoDbBookings bookings = new DynamoDbBookings(dynamoDb, settings.tables());
        return new TakeRequest.UseCases(new BookAppointment(bookings, announcement, terms.clock(), terms.contention()),
                new ChangeAppointment(new DynamoDbAppointments(dynamoDb, settings.tables().appointments()), bookings,
                        announcement, terms),
                new RegisterPatient(new DynamoDbPatients(dynamoDb, settings.tables().patients()), terms.clock(),
                        terms.contention()));
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return function.process(event, context);
    }

    private Fate handle(IncomingMessage message, Deadline deadline) {
        AppointmentRequest request = codec.decode(message, Tracing.currentTraceId());
        LogContext.trail(request.trail());
        LogContext.request(request.requestId());
        request.appointmentId().ifPresent(LogContext::appointment);
        return takeRequest.handle(request, message.receiveCount(), deadline);
    }

    private record Settings(BookingTables tables, String idempotencyTable, String queueUrl, String deadLetterQueueUrl,
            String confirmationQueueUrl, ZoneId defaultZone, ReminderPlan plan, String metrics) {

        static Settings of(Environment environment) {
            return new Settings(
                    new BookingTables(environment.text(EnvironmentKey.PATIENTS_TABLE),
                            environment.text(EnvironmentKey.APPOINTMENTS_TABLE),
                            environment.text(EnvironmentKey.CALENDARS_TABLE)),
                    environment.text(EnvironmentKey.IDEMPOTENCY_TABLE),
                    environment.text(EnvironmentKey.SOURCE_QUEUE_URL),
                    environment.text(EnvironmentKey.DEAD_LETTER_QUEUE_URL),
                    environment.text(EnvironmentKey.CONFIRMATION_QUEUE_URL),
                    environment.zone(EnvironmentKey.DEFAULT_TIME_ZONE),
                    new ReminderPlan(environment.durations(EnvironmentKey.REMINDER_OFFSETS)),
                    environment.text(EnvironmentKey.POWERTOOLS_METRICS_NAMESPACE));
        }
    }
}
