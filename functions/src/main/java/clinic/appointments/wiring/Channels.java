package clinic.appointments.wiring;

import java.time.InstantSource;

import clinic.appointments.aws.AwsClients;
import clinic.appointments.aws.EventBridgeSchedules;
import clinic.appointments.aws.GroupOfMessage;
import clinic.appointments.aws.JointSends;
import clinic.appointments.aws.OneTimeSchedules;
import clinic.appointments.aws.SesNotificationChannel;
import clinic.appointments.aws.SignedRequests;
import clinic.appointments.aws.SignedServiceApi;
import clinic.appointments.aws.SqsMessageSource;
import clinic.appointments.aws.SqsSender;
import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.message.MessageGroup;
import clinic.appointments.port.FollowUps;
import clinic.appointments.port.Holds;
import clinic.appointments.port.LaneObserver;
import clinic.appointments.port.MessageSource;
import clinic.appointments.port.NotificationChannel;
import clinic.appointments.port.Reminders;
import clinic.appointments.port.Schedules;
import clinic.appointments.port.ServiceApi;
import clinic.appointments.runtime.MessageHandler;
import clinic.appointments.wire.FollowUpCodec;
import clinic.appointments.wire.HoldCodec;
import clinic.appointments.wire.ReminderCodec;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Queues on SQS, schedules on EventBridge Scheduler, notifications on SES, and the service's own API. */
public final class Channels {

    private final Settings settings;
    private final InstantSource clock;
    private final AwsClients clients;
    private final Queues queues;
    private final GroupOfMessage group;

    Channels(Settings settings, InstantSource clock, AwsClients clients) {
        this(settings, clock, clients, new Queues(clients, new Lazy<>(), new Lazy<>()), GroupOfMessage.none());
    }

    private Channels(Settings settings, InstantSource clock, AwsClients clients, Queues queues, GroupOfMessage group) {
        this.settings = settings;
        this.clock = clock;
        this.clients = clients;
        this.queues = queues;
        this.group = group;
    }

    /** What all channels of a function share. */
    private record Queues(AwsClients clients, Lazy<SqsClient> sqs, Lazy<JointSends> sends) {

        SqsClient client() {
            return sqs.get(clients::sqs);
        }

        JointSends jointSends() {
            return sends.get(() -> new JointSends(client()));
        }
    }

    /** The same channels, with one group for everything that is sent. */
    public Channels inGroup(MessageGroup ofAll) {
        return new Channels(settings, clock, clients, queues, GroupOfMessage.always(ofAll));
    }

    /** A handler whose messages are followed by messages of the same group. */
    MessageHandler following(MessageHandler handler) {
        return (message, deadline) -> group.following(message, () -> handler.handle(message, deadline));
    }

    /** Lets lanes of a batch send together. */
    LaneObserver laneObserver() {
        return queues.jointSends();
    }

    /** The queue that the function consumes. */
    MessageSource source() {
        return new SqsMessageSource(queues.client(), settings.queueUrl(EnvironmentKey.SOURCE_QUEUE_URL),
                settings.queueUrl(EnvironmentKey.DEAD_LETTER_QUEUE_URL));
    }

    public FollowUps followUps() {
        SqsSender queue = sender(EnvironmentKey.CONFIRMATION_QUEUE_URL);
        return message -> queue.send(FollowUpCodec.encode(message), message.correlation());
    }

    public Holds holds() {
        SqsSender queue = sender(EnvironmentKey.REQUEST_QUEUE_URL);
        return (appointment, correlation) -> queue.send(HoldCodec.encodeAgain(appointment, correlation), correlation);
    }

    public Reminders reminders() {
        SqsSender queue = sender(EnvironmentKey.REMINDER_QUEUE_URL);
        return message -> queue.send(ReminderCodec.encode(message), message.correlation());
    }

    public Schedules schedules() {
        return new EventBridgeSchedules(new OneTimeSchedules(clients.scheduler(), settings.schedules(), clock),
                settings.scheduleTargets());
    }

    public NotificationChannel notifications() {
        return new SesNotificationChannel(clients.ses(clock), settings.sender());
    }

    public ServiceApi serviceApi() {
        return new SignedServiceApi(new SignedRequests(settings.apiUrl(), clients.http().get(), queues.client()));
    }

    private SqsSender sender(EnvironmentKey queueUrl) {
        return new SqsSender(queues.jointSends(), settings.queueUrl(queueUrl), group);
    }
}
