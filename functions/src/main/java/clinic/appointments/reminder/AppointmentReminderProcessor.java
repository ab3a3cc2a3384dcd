package clinic.appointments.reminder;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import clinic.appointments.aws.Attempts;
import clinic.appointments.aws.AwsClients;
import clinic.appointments.aws.DynamoDbAppointments;
import clinic.appointments.aws.DynamoDbPatients;
import clinic.appointments.aws.DynamoDbReminderRecords;
import clinic.appointments.aws.SesReminderChannel;
import clinic.appointments.aws.SqsMessageSource;
import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.message.Fate;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.port.Deadline;
import clinic.appointments.runtime.Environment;
import clinic.appointments.runtime.InternalMessage;
import clinic.appointments.runtime.LogContext;
import clinic.appointments.runtime.QueueFunction;
import clinic.appointments.wire.ReminderCodec;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Consumes the reminder queue: sends the reminders that are still due. */
public final class AppointmentReminderProcessor implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final SendReminder sendReminder;
    private final QueueFunction function;

    public AppointmentReminderProcessor() {
        this(Environment.read(System.getenv(), Settings::of), AwsClients.dynamoDb());
    }

    private AppointmentReminderProcessor(Settings settings, DynamoDbClient dynamoDb) {
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        Attempts attempts = new Attempts(clock, () -> UUID.randomUUID().toString());
        sendReminder = new SendReminder(new DynamoDbAppointments(dynamoDb, settings.appointmentsTable()),
                new DynamoDbPatients(dynamoDb, settings.patientsTable()),
                new SesReminderChannel(AwsClients.ses(), settings.sender(), settings.configurationSet()),
                new DynamoDbReminderRecords(dynamoDb, settings.idempotencyTable(), attempts), clock);
        function = new QueueFunction(this::handle,
                new SqsMessageSource(AwsClients.sqs(), settings.queueUrl(), settings.deadLetterQueueUrl()),
                settings.metrics());
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return function.process(event, context);
    }

    private Fate handle(IncomingMessage incoming, Deadline deadline) {
        return InternalMessage.read(() -> {
            ReminderMessage message = ReminderCodec.decode(incoming.body());
            LogContext.trail(message.trail());
            LogContext.appointment(message.appointmentId());
            return sendReminder.handle(message, incoming.receiveCount(), deadline);
        });
    }

    private record Settings(String appointmentsTable, String patientsTable, String idempotencyTable, String queueUrl,
            String deadLetterQueueUrl, String sender, String configurationSet, String metrics) {

        static Settings of(Environment environment) {
            return new Settings(environment.text(EnvironmentKey.APPOINTMENTS_TABLE),
                    environment.text(EnvironmentKey.PATIENTS_TABLE), environment.text(EnvironmentKey.IDEMPOTENCY_TABLE),
                    environment.text(EnvironmentKey.SOURCE_QUEUE_URL),
                    environment.text(EnvironmentKey.DEAD_LETTER_QUEUE_URL),
                    environment.text(EnvironmentKey.REMINDER_SENDER),
                    environment.text(EnvironmentKey.REMINDER_CONFIGURATION_SET),
                    environment.text(EnvironmentKey.POWERTOOLS_METRICS_NAMESPACE));
        }
    }
}
