package clinic.appointments.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import clinic.appointments.aws.AwsClients;
import clinic.appointments.aws.IdleConnections;
import clinic.appointments.aws.Pause;
import clinic.appointments.contract.QueueName;
import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.IdempotentReceiver;
import clinic.appointments.inbox.RetryOnConflict;
import clinic.appointments.log.LogContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Disposition;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.QuietHours;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.JourneyReport;
import clinic.appointments.port.MailEventCounter;
import clinic.appointments.priming.Priming;
import clinic.appointments.priming.Surroundings;
import clinic.appointments.runtime.Lanes;
import clinic.appointments.runtime.MessageHandler;
import clinic.appointments.runtime.MetricCounts;
import clinic.appointments.runtime.MetricGauges;
import clinic.appointments.runtime.MetricJourneys;
import clinic.appointments.runtime.MetricMailEvents;
import clinic.appointments.runtime.MetricServiceLevels;
import clinic.appointments.runtime.QueueFunction;
import clinic.appointments.runtime.StreamFunction;
import clinic.appointments.runtime.Tracing;
import clinic.appointments.wire.MessageSubjects;
import clinic.appointments.wire.RequestCodec;

/**
 * The composition root of every function: settings, clock and randomness, and ports on AWS. Unused parts are neither
 * read from the environment nor constructed, so that each function starts with its own parts only.
 */
public final class Wiring {

    private static final int ID_LENGTH = 20;
    /** Nothing else refers to them. */
    private static final List<Priming> HOOKS = new ArrayList<>();
    /** As many as one batch brings: it takes as long as its slowest message, and one connection for each. */
    private static final int MESSAGES_AT_ONCE = 10;

    private final Settings settings;
    private final InstantSource clock;
    /**
     * Asks the operating system: instances restored from one snapshot would repeat the numbers of any other generator
     * (Lambda: "Handling uniqueness with Lambda SnapStart").
     */
    private final RandomGenerator random = new SecureRandom();
    private final DynamoDbStores stores;
    private final Channels channels;
    private final Lazy<MetricCounts> counts = new Lazy<>();

    private Wiring(Environment environment, InstantSource clock, AwsClients clients) {
        this.clock = clock;
        settings = new Settings(environment);
        stores = new DynamoDbStores(settings, clock, clients, () -> UUID.randomUUID().toString());
        channels = new Channels(settings, clock, clients);
    }

    /**
     * Wires the function of this process, and primes it before a snapshot.
     *
     * @param script name of the script by which it is primed
     * @throws Environment.InvalidEnvironmentException naming every variable that is missing or bad
     */
    public static <F extends StreamFunction> F start(String script, Function<Wiring, F> function) {
        HOOKS.add(new Priming(script, surroundings -> wire(surroundings, function)).register());
        return start(function);
    }

    /**
     * Wires the function of this process.
     *
     * @throws Environment.InvalidEnvironmentException naming every variable that is missing or bad
     */
    public static <F> F start(Function<Wiring, F> function) {
        IdleConnections.keep();
        return wire(new Surroundings(System.getenv(), Clock.tick(Clock.systemUTC(), Duration.ofMillis(1)),
                AwsClients.overTheNetwork().http()), function);
    }

    static <F> F wire(Surroundings surroundings, Function<Wiring, F> function) {
        AwsClients clients = new AwsClients(surroundings.http());
        return Environment.read(surroundings.variables(),
                environment -> function.apply(new Wiring(environment, surroundings.clock(), clients)));
    }

    public DynamoDbStores stores() {
        return stores;
    }

    public Channels channels() {
        return channels;
    }

    /** The clock: UTC, in whole milliseconds. */
    public InstantSource clock() {
        return clock;
    }

    public BookingTerms terms() {
        return settings.terms();
    }

    public ChangePolicy policy() {
        return settings.policy();
    }

    public Optional<QuietHours> quietHours() {
        return settings.quietHours();
    }

    /** The language for patients without a language of their own. */
    public Locale locale() {
        return settings.locale();
    }

    public String metricsNamespace() {
        return settings.metricsNamespace();
    }

    private MetricCounts counts() {
        return counts.get(() -> new MetricCounts(metricsNamespace()));
    }

    public MetricGauges gauges() {
        return new MetricGauges(metricsNamespace());
    }

    public MailEventCounter mailEvents() {
        return new MetricMailEvents(counts());
    }

    public JourneyReport journeyReport() {
        return new MetricJourneys(metricsNamespace());
    }

    /** Blocks for the given time. */
    public Consumer<Duration> pause() {
        return Pause::of;
    }

    /** A new random id of twenty characters, which leaves other ids room to begin with it. */
    public String newId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, ID_LENGTH);
    }

    public MetricServiceLevels serviceLevels() {
        return new MetricServiceLevels(counts());
    }

    /** Handles clients' requests: each gets one receipt, even when it cannot be read. */
    public <C extends AppointmentCommand> MessageHandler requestHandler(RequestCodec<C> codec,
            CommandHandler<C> handler) {
        IdempotentReceiver<C> receiver = new IdempotentReceiver<>(stores.receipts(), handler,
                new RetryOnConflict(random, Pause::of), clock, random);
        RequestCodec<C> believing = codec.believing(settings.apiSender()).reservingSmokeIdsFor(settings.smokeTest());
        return (message, deadline) -> {
            AppointmentRequest<C> request = believing.decode(message, Tracing.currentTraceId());
            LogContext.request(request);
            return handle(receiver, request, message.receiveCount(), deadline);
        };
    }

    private static <C extends AppointmentCommand> Disposition handle(IdempotentReceiver<C> receiver,
            AppointmentRequest<C> request, int receiveCount, Deadline deadline) {
        if (receiveCount >= QueueName.MAX_RECEIVES) {
            return receiver.handleLast(request, deadline);
        }
        return receiveCount > 1 ? receiver.handleAgain(request, deadline) : receiver.handle(request, deadline);
    }

    /** A function whose source queue's messages go to the handler, a whole batch at the same time. */
    public QueueFunction queueFunction(MessageHandler handler) {
        return queueFunction(handler, MESSAGES_AT_ONCE);
    }

    /** A function whose source queue's messages go to the handler one by one. */
    public QueueFunction serialQueueFunction(MessageHandler handler) {
        return queueFunction(handler, 1);
    }

    private QueueFunction queueFunction(MessageHandler handler, int lanes) {
        return new QueueFunction(channels.following(handler), channels.source(),
                new Lanes(lanes, MessageSubjects::of, channels.laneObserver()), counts(), clock);
    }
}
