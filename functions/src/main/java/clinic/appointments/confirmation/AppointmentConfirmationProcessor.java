package clinic.appointments.confirmation;

import java.time.Clock;
import java.time.Duration;

import clinic.appointments.aws.AwsClients;
import clinic.appointments.aws.DynamoDbAppointments;
import clinic.appointments.aws.ReminderTargets;
import clinic.appointments.aws.ScheduledReminders;
import clinic.appointments.aws.SqsMessageSource;
import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.message.ConfirmationMessage;
import clinic.appointments.message.Fate;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.ReminderPlan;
import clinic.appointments.port.Deadline;
import clinic.appointments.runtime.Environment;
import clinic.appointments.runtime.InternalMessage;
import clinic.appointments.runtime.LogContext;
import clinic.appointments.runtime.QueueFunction;
import clinic.appointments.wire.ConfirmationCodec;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Consumes the confirmation queue: confirms appointments and schedules their reminders. */
public final class AppointmentConfirmationProcessor implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final ConfirmAppointment confirmAppointment;
    private final QueueFunction function;

    public AppointmentConfirmationProcessor() {
        this(Environment.read(System.getenv(), Settings::of), AwsClients.sqs());
    }

    private AppointmentConfirmationProcessor(Settings settings, SqsClient sqs) {
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        confirmAppointment = new ConfirmAppointment(
                new DynamoDbAppointments(AwsClients.dynamoDb(), settings.appointmentsTable()),
                new ScheduledReminders(AwsClients.scheduler(), sqs, settings.targets(), clock), settings.plan(), clock);
        function = new QueueFunction(this::handle,
                new SqsMessageSource(sqs, settings.queueUrl(), settings.deadLetterQueueUrl()), settings.metrics());
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return function.process(event, context);
    }

    private Fate handle(IncomingMessage incoming, Deadline deadline) {
        return InternalMessage.read(() -> {
            ConfirmationMessage message = ConfirmationCodec.decode(incoming.body());
            LogContext.trail(message.trail());
            LogContext.request(message.requestId());
            LogContext.appointment(message.appointmentId());
            return confirmAppointment.handle(message, incoming.receiveCount());
        });
    }

    private record Settings(String appointmentsTable, String queueUrl, String deadLetterQueueUrl,
            ReminderTargets targets, ReminderPlan plan, String metrics) {

        static Settings of(Environment environment) {
            return new Settings(environment.text(EnvironmentKey.APPOINTMENTS_TABLE),
                    environment.text(EnvironmentKey.SOURCE_QUEUE_URL),
                    environment.text(EnvironmentKey.DEAD_LETTER_QUEUE_URL), targets(environment),
                    new ReminderPlan(environment.durations(EnvironmentKey.REMINDER_OFFSETS)),
                    environment.text(EnvironmentKey.POWERTOOLS_METRICS_NAMESPACE));
        }

        private static ReminderTargets targets(Environment environment) {
            return new ReminderTargets(environment.text(EnvironmentKey.REMINDER_QUEUE_URL),
                    environment.text(EnvironmentKey.REMINDER_QUEUE_ARN),
                    environment.text(EnvironmentKey.SCHEDULE_GROUP), environment.text(EnvironmentKey.SCHEDULE_ROLE_ARN),
                    environment.text(EnvironmentKey.SCHEDULE_DLQ_ARN));
        }
    }
}
