package clinic.appointments.decideConfirmation;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;

import clinic.appointments.aws.Attempts;
import clinic.appointments.aws.AwsClients;
import clinic.appointments.aws.DynamoDbAppointments;
import clinic.appointments.aws.DynamoDbPatients;
import clinic.appointments.aws.DynamoDbReceipts;
import clinic.appointments.aws.EventBridgeSchedules;
import clinic.appointments.aws.KmsFingerprints;
import clinic.appointments.aws.OneTimeSchedules;
import clinic.appointments.aws.Pause;
import clinic.appointments.aws.ScheduleSettings;
import clinic.appointments.aws.SqsMessageSource;
import clinic.appointments.aws.SqsReminders;
import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.inbox.RetryOnConflict;
import clinic.appointments.inbox.IdempotentReceiver;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.FollowUp;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Fingerprints;
import clinic.appointments.runtime.DomainSettings;
import clinic.appointments.runtime.Environment;
import clinic.appointments.runtime.FingerprintSettings;
import clinic.appointments.runtime.InternalMessage;
import clinic.appointments.runtime.LogContext;
import clinic.appointments.runtime.QueueFunction;
import clinic.appointments.runtime.Tracing;
import clinic.appointments.wire.FollowUpCodec;
import clinic.appointments.wire.RequestCodec;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Consumes the confirmation queue: confirms and completes appointments, and schedules what follows. */
public final class AppointmentConfirmationProcessor implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final RequestCodec<AppointmentCommand.ConfirmationCommand> codec = RequestCodec.ofConfirmationQueue();
    private final IdempotentReceiver<AppointmentCommand.ConfirmationCommand> receiver;
    private final HandleFollowUp handleFollowUp;
    private final QueueFunction function;

    public AppointmentConfirmationProcessor() {
        this(Environment.read(System.getenv(), Settings::of), AwsClients.dynamoDb(), AwsClients.sqs());
    }

    private AppointmentConfirmationProcessor(Settings settings, DynamoDbClient dynamoDb, SqsClient sqs) {
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        RandomGenerator random = RandomGenerator.getDefault();
        Fingerprints fingerprints = new KmsFingerprints(AwsClients.kms(), settings.fingerprints().key(),
                settings.fingerprints().versions());
        DynamoDbAppointments appointments = new DynamoDbAppointments(dynamoDb, settings.appointmentsTable());
        DecideConfirmation decideConfirmation = new DecideConfirmation(
                new DynamoDbPatients(dynamoDb, settings.patientsTable(), fingerprints),
                settings.policy());
        AppointmentTimers timers = new AppointmentTimers(new EventBridgeSchedules(
                new OneTimeSchedules(AwsClients.scheduler(), settings.schedules(), clock), settings.targets()),
                new SqsReminders(sqs, settings.reminderQueueUrl()), clock);
        handleFollowUp = new HandleFollowUp(appointments, decideConfirmation, timers, clock);
        receiver = new IdempotentReceiver<>(
                new DynamoDbReceipts(dynamoDb, settings.idempotencyTable(),
                        new Attempts(clock, () -> UUID.randomUUID().toString()), fingerprints),
                new SettleAppointment(appointments, decideConfirmation, timers,
                        new SettleAppointment.Terms(settings.policy(), clock, new RetryOnConflict(random, Pause::of))),
                new IdempotentReceiver.Chance(clock, random));
        function = new QueueFunction(this::handle,
                new SqsMessageSource(sqs, settings.queueUrl(), settings.deadLetterQueueUrl()), settings.metrics());
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return function.process(event, context);
    }

    /** What is no follow-up is a client's; what cannot be read gets a receipt, too. */
    private Disposition handle(IncomingMessage incoming, Deadline deadline) {
        return InternalMessage.handle(() -> FollowUpCodec.find(incoming.body()), followUp -> followUp
                .map(message -> follow(message, incoming)).orElseGet(() -> take(incoming, deadline)));
    }

    private Disposition follow(FollowUp message, IncomingMessage incoming) {
        LogContext.correlation(message.correlation());
        LogContext.request(message.requestId());
        LogContext.appointment(message.appointmentId());
        return handleFollowUp.handle(message, incoming.sentAt());
    }

    private Disposition take(IncomingMessage incoming, Deadline deadline) {
        AppointmentRequest<AppointmentCommand.ConfirmationCommand> request = codec.decode(incoming, Tracing.currentTraceId());
        LogContext.request(request);
        return receiver.handle(request, deadline);
    }

    private record Settings(String appointmentsTable, String patientsTable, String idempotencyTable, String queueUrl,
            String deadLetterQueueUrl, String reminderQueueUrl, EventBridgeSchedules.Targets targets,
            ScheduleSettings schedules, FingerprintSettings fingerprints, ChangePolicy policy, String metrics) {

        static Settings of(Environment environment) {
            return new Settings(environment.text(EnvironmentKey.APPOINTMENTS_TABLE),
                    environment.text(EnvironmentKey.PATIENTS_TABLE), environment.text(EnvironmentKey.IDEMPOTENCY_TABLE),
                    environment.text(EnvironmentKey.SOURCE_QUEUE_URL),
                    environment.text(EnvironmentKey.DEAD_LETTER_QUEUE_URL),
                    environment.text(EnvironmentKey.REMINDER_QUEUE_URL),
                    new EventBridgeSchedules.Targets(environment.text(EnvironmentKey.REMINDER_QUEUE_ARN),
                            environment.text(EnvironmentKey.REQUEST_QUEUE_ARN)),
                    new ScheduleSettings(environment.text(EnvironmentKey.SCHEDULE_GROUP),
                            environment.text(EnvironmentKey.SCHEDULE_ROLE_ARN),
                            environment.text(EnvironmentKey.SCHEDULE_DLQ_ARN)),
                    DomainSettings.fingerprints(environment), DomainSettings.policy(environment),
                    environment.text(EnvironmentKey.POWERTOOLS_METRICS_NAMESPACE));
        }
    }
}
