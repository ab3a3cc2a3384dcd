package clinic.appointments.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.FunctionName;
import clinic.appointments.infrastructure.api.AppointmentApi;
import clinic.appointments.infrastructure.api.AppointmentApiProps;
import clinic.appointments.infrastructure.compute.AppointmentFunctions;
import clinic.appointments.infrastructure.compute.Concurrency;
import clinic.appointments.infrastructure.messaging.SenderIdentity;
import clinic.appointments.infrastructure.messaging.SenderIdentityProps;
import clinic.appointments.infrastructure.messaging.WorkQueues;
import clinic.appointments.infrastructure.patterns.AlarmTopic;
import clinic.appointments.infrastructure.patterns.QueueProcessor;
import clinic.appointments.infrastructure.patterns.QueueSourceProps;
import clinic.appointments.infrastructure.patterns.ServiceFunction;
import clinic.appointments.infrastructure.patterns.WorkQueue;
import clinic.appointments.infrastructure.scheduling.ReminderSchedules;
import clinic.appointments.infrastructure.smoke.Smoke;
import clinic.appointments.infrastructure.smoke.SmokeProps;
import clinic.appointments.infrastructure.smoke.SmokeSettings;
import clinic.appointments.infrastructure.storage.AppointmentStore;
import clinic.appointments.model.BookingTermsText;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Code;
import software.constructs.Construct;

/** Everything that runs: the functions with their sources and permissions, and the API in front of them. */
public final class AppointmentServiceStack extends Stack {

    /** Construct id of the stack. */
    public static final String ID = "AppointmentService";

    private static final String NONE = "NONE";

    private final StageSettings settings;
    private final AppointmentDataStack data;
    private final AppointmentStore store;
    private final WorkQueues queues;
    private final Concurrency concurrency;
    private final AlarmTopic alarmChanges;
    private final AppointmentFunctions functions;
    private final ReminderSchedules schedules;
    private final AppointmentApi api;
    private final Optional<Smoke> smokeTest;
    private final List<ServiceFunction> running = new ArrayList<>();

    AppointmentServiceStack(Construct scope, String id, AppointmentServiceProps props) {
        super(scope, id);
        settings = props.settings();
        data = props.data();
        store = data.store();
        queues = data.queues();
        concurrency = settings.functions().concurrency();
        alarmChanges = new AlarmTopic(this, "AlarmChanges", data.key().key());
        functions = AppointmentFunctions.create(this, settings.functions(), Code.fromAsset(props.bundle().toString()),
                data.key().key(), alarmChanges);
        schedules = new ReminderSchedules(this, "ReminderSchedules", queues);
        var takesRequests = List.of(addRequestProcessor(), addConfirmationProcessor(), addManagementProcessor());
        addReconciliation(addReminderProcessor());
        addMailEventProcessor();
        api = addApi(addQueryProcessor());
        takesRequests.forEach(api::identifyTo);
        smokeTest = Optional.of(settings.smoke()).filter(SmokeSettings::enabled).map(this::addSmokeTest);
        takesRequests.forEach(this::identifySmokeTestTo);
    }

    private QueueProcessor addRequestProcessor() {
        var request = queueProcessor(FunctionName.REQUEST);
        addBookingTerms(request);
        settings.reminders().addPlanTo(request);
        store.grantReadWriteBookings(request);
        queues.confirmations().grantSendMessages(request, EnvironmentKey.CONFIRMATION_QUEUE_URL.name());
        consume(request, queues.requests(), concurrency.requests());
        return request;
    }

    private QueueProcessor addConfirmationProcessor() {
        var confirmation = queueProcessor(FunctionName.CONFIRMATION);
        addBookingTerms(confirmation);
        settings.reminders().addPlanTo(confirmation);
        store.grantReadWriteConfirmations(confirmation);
        queues.reminders().grantSendMessages(confirmation, EnvironmentKey.REMINDER_QUEUE_URL.name());
        schedules.grantCreateSchedules(confirmation);
        consume(confirmation, queues.confirmations(), concurrency.confirmations());
        return confirmation;
    }

    private QueueProcessor addReminderProcessor() {
        var reminder = queueProcessor(FunctionName.REMINDER);
        store.grantReadWriteReminders(reminder);
        store.grantRebuildEmailIndex(reminder);
        settings.reminders().addLettersTo(reminder);
        senderIdentity().grantSendEmail(reminder);
        consume(reminder, queues.reminders(), concurrency.reminders());
        return reminder;
    }

    private SenderIdentity senderIdentity() {
        return new SenderIdentity(this, "SenderIdentity", new SenderIdentityProps(settings.reminders().sender(),
                settings.reminders().usefulFor(), data.mailEvents().topic()));
    }

    private QueueProcessor addManagementProcessor() {
        var management = queueProcessor(FunctionName.MANAGEMENT);
        addBookingTerms(management);
        store.grantReadWriteResources(management);
        consume(management, queues.management(), concurrency.of(FunctionName.MANAGEMENT));
        return management;
    }

    /** Marks patients by their ids, so that it has no use for fingerprints. */
    private void addMailEventProcessor() {
        var mailEvents = running(functions.queueProcessor(FunctionName.MAIL_EVENT));
        store.grantMarkPatients(mailEvents);
        consume(mailEvents, queues.mailEvents(), concurrency.of(FunctionName.MAIL_EVENT));
    }

    private void addReconciliation(QueueProcessor reminder) {
        store.grantQueryOverdue(reminder);
        store.grantGiveUpRequests(reminder);
        queues.requests().grantSendMessages(reminder, EnvironmentKey.REQUEST_QUEUE_URL.name());
        queues.confirmations().grantSendMessages(reminder, EnvironmentKey.CONFIRMATION_QUEUE_URL.name());
        queues.reminders().grantSendMessages(reminder, EnvironmentKey.REMINDER_QUEUE_URL.name());
    }

    private ServiceFunction addQueryProcessor() {
        var query = fingerprinting(functions.function(FunctionName.QUERY));
        addBookingTerms(query);
        store.grantReadData(query);
        return query;
    }

    private Smoke addSmokeTest(SmokeSettings schedule) {
        var smoke = new Smoke(api, "Smoke", new SmokeProps(schedule, functions, api));
        addBookingTerms(smoke.function());
        return smoke;
    }

    private void identifySmokeTestTo(ServiceFunction function) {
        smokeTest.ifPresentOrElse(test -> test.identifyTo(function),
                () -> function.addEnvironment(EnvironmentKey.SMOKE_CLIENT.name(), NONE));
    }

    private void addBookingTerms(ServiceFunction function) {
        var terms = settings.bookings();
        function.addEnvironment(EnvironmentKey.BOOKING_TERMS.name(), BookingTermsText.write(terms));
        function.addEnvironment(EnvironmentKey.DEFAULT_TIME_ZONE.name(), terms.zone().getId());
    }

    private AppointmentApi addApi(ServiceFunction query) {
        return new AppointmentApi(this, "AppointmentApi", AppointmentApiProps.builder().settings(settings.api())
                .key(data.key().key()).queues(queues).query(query).build());
    }

    private QueueProcessor queueProcessor(FunctionName name) {
        return fingerprinting(functions.queueProcessor(name));
    }

    private <F extends ServiceFunction> F fingerprinting(F function) {
        data.fingerprints().grantGenerateMac(function);
        return running(function);
    }

    private <F extends ServiceFunction> F running(F function) {
        running.add(function);
        return function;
    }

    private static void consume(QueueProcessor processor, WorkQueue queue, int maxConcurrency) {
        processor.consume(queue, QueueSourceProps.builder().maxConcurrency(maxConcurrency)
                .queueUrlVariable(EnvironmentKey.SOURCE_QUEUE_URL.name())
                .deadLetterUrlVariable(EnvironmentKey.DEAD_LETTER_QUEUE_URL.name()).build());
    }

    /** The functions in the order in which an appointment travels through them. */
    List<ServiceFunction> functionsOfAppointments() {
        return List.copyOf(running);
    }

    /** All functions. */
    List<ServiceFunction> functions() {
        return Stream.concat(running.stream(), smokeTest.stream().map(Smoke::function)).toList();
    }

    Optional<Smoke> smokeTest() {
        return smokeTest;
    }

    /** Publishes every change of every alarm, for a team's chat or ticket queue to subscribe to. It calls nobody. */
    AlarmTopic alarmChanges() {
        return alarmChanges;
    }

    AppointmentApi api() {
        return api;
    }

    AppointmentDataStack data() {
        return data;
    }
}
