package clinic.appointments.reminder;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import clinic.appointments.aws.Attempts;
import clinic.appointments.aws.AwsClients;
import clinic.appointments.aws.DynamoDbAppointmentSearch;
import clinic.appointments.aws.DynamoDbAppointments;
import clinic.appointments.aws.DynamoDbEmailIndex;
import clinic.appointments.aws.DynamoDbPatients;
import clinic.appointments.aws.DynamoDbReminderRecords;
import clinic.appointments.aws.KmsFingerprints;
import clinic.appointments.aws.SesNotificationChannel;
import clinic.appointments.aws.SqsFollowUps;
import clinic.appointments.aws.SqsHolds;
import clinic.appointments.aws.SqsMessageSource;
import clinic.appointments.aws.SqsReminders;
import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.QuietHours;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Fingerprints;
import clinic.appointments.runtime.DomainSettings;
import clinic.appointments.runtime.Environment;
import clinic.appointments.runtime.FingerprintSettings;
import clinic.appointments.runtime.InternalMessage;
import clinic.appointments.runtime.LogContext;
import clinic.appointments.runtime.MetricGauges;
import clinic.appointments.runtime.QueueFunction;
import clinic.appointments.wire.ReminderCodec;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Consumes the reminder queue: sends the reminders that are still due, and looks for what is overdue. */
public final class AppointmentReminderProcessor implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final SendReminder sendReminder;
    private final Reconcile reconcile;
    private final RebuildEmailIndex rebuild;
    private final QueueFunction function;

    public AppointmentReminderProcessor() {
        this(Environment.read(System.getenv(), Settings::of), AwsClients.dynamoDb(), AwsClients.sqs());
    }

    private AppointmentReminderProcessor(Settings settings, DynamoDbClient dynamoDb, SqsClient sqs) {
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        Attempts attempts = new Attempts(clock, () -> UUID.randomUUID().toString());
        Fingerprints fingerprints = new KmsFingerprints(AwsClients.kms(), settings.fingerprints().key(),
                settings.fingerprints().versions());
        sendReminder = new SendReminder(new DynamoDbAppointments(dynamoDb, settings.appointmentsTable()),
                new DynamoDbPatients(dynamoDb, settings.patientsTable(), fingerprints),
                new SesNotificationChannel(AwsClients.ses(), settings.sender()),
                new DynamoDbReminderRecords(dynamoDb, settings.idempotencyTable(), attempts),
                new SendReminder.Terms(settings.quietHours(), settings.language(), clock));
        reconcile = new Reconcile(
                DynamoDbAppointmentSearch.leavingOutWhatCannotBeRead(dynamoDb, settings.appointmentsTable()),
                messages(settings.queues(), sqs), new MetricGauges(settings.metrics()), settings.terms(), clock);
        rebuild = new RebuildEmailIndex(
                new DynamoDbEmailIndex(dynamoDb, settings.patientsTable(), fingerprints),
                new SqsReminders(sqs, settings.queues().reminders()));
        function = new QueueFunction(this::handle,
                new SqsMessageSource(sqs, settings.queueUrl(), settings.deadLetterQueueUrl()),
                settings.metrics());
    }

    private static Reconcile.Messages messages(Queues queues, SqsClient sqs) {
        return new Reconcile.Messages(new SqsFollowUps(sqs, queues.confirmations()),
                new SqsHolds(sqs, queues.requests()), new SqsReminders(sqs, queues.reminders()));
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return function.process(event, context);
    }

    private Disposition handle(IncomingMessage incoming, Deadline deadline) {
        return InternalMessage.handle(() -> ReminderCodec.decode(incoming), message -> {
            LogContext.correlation(message.correlation());
            return switch (message) {
                case ReminderMessage.Remind remind -> remind(remind, incoming, deadline);
                case ReminderMessage.Reconcile search -> reconcile.handle(search, deadline);
                case ReminderMessage.RebuildEmailIndex rebuilding -> rebuild.handle(rebuilding, deadline);
            };
        });
    }

    private Disposition remind(ReminderMessage.Remind message, IncomingMessage incoming, Deadline deadline) {
        LogContext.appointment(message.appointmentId());
        return sendReminder.handle(message, incoming.delivery(), deadline);
    }

    /** URLs of the queues that what is overdue is sent to again. */
    private record Queues(String requests, String confirmations, String reminders) {

        static Queues of(Environment environment) {
            return new Queues(environment.text(EnvironmentKey.REQUEST_QUEUE_URL),
                    environment.text(EnvironmentKey.CONFIRMATION_QUEUE_URL),
                    environment.text(EnvironmentKey.REMINDER_QUEUE_URL));
        }
    }

    private record Settings(String appointmentsTable, String patientsTable, String idempotencyTable, String queueUrl,
            String deadLetterQueueUrl, Queues queues, SesNotificationChannel.Sender sender,
            FingerprintSettings fingerprints, BookingTerms terms,
            Optional<QuietHours> quietHours, Locale language, String metrics) {

        static Settings of(Environment environment) {
            return new Settings(environment.text(EnvironmentKey.APPOINTMENTS_TABLE),
                    environment.text(EnvironmentKey.PATIENTS_TABLE), environment.text(EnvironmentKey.IDEMPOTENCY_TABLE),
                    environment.text(EnvironmentKey.SOURCE_QUEUE_URL),
                    environment.text(EnvironmentKey.DEAD_LETTER_QUEUE_URL), Queues.of(environment),
                    sender(environment), DomainSettings.fingerprints(environment), DomainSettings.terms(environment),
                    DomainSettings.quietHours(environment), DomainSettings.locale(environment),
                    environment.text(EnvironmentKey.POWERTOOLS_METRICS_NAMESPACE));
        }

        private static SesNotificationChannel.Sender sender(Environment environment) {
            return new SesNotificationChannel.Sender(environment.text(EnvironmentKey.REMINDER_SENDER),
                    environment.text(EnvironmentKey.REMINDER_CONFIGURATION_SET),
                    environment.parse(EnvironmentKey.REMINDER_UNSUBSCRIBE, Settings::place, Optional.empty(),
                            "must be a URI, or NONE"));
        }

        private static Optional<URI> place(String written) {
            return written.equals("NONE") ? Optional.empty() : Optional.of(URI.create(written));
        }
    }
}
