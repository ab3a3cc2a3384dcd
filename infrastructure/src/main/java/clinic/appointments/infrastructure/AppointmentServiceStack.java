package clinic.appointments.infrastructure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.FunctionName;
import clinic.appointments.infrastructure.api.AppointmentApi;
import clinic.appointments.infrastructure.compute.Concurrency;
import clinic.appointments.infrastructure.compute.FunctionFactory;
import clinic.appointments.infrastructure.compute.QueueProcessor;
import clinic.appointments.infrastructure.compute.ServiceFunction;
import clinic.appointments.infrastructure.messaging.SenderIdentity;
import clinic.appointments.infrastructure.scheduling.ReminderSchedules;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Code;
import software.constructs.Construct;

/** Everything that runs: the four functions, what feeds them, what they may do, and the API before them. */
public final class AppointmentServiceStack extends Stack {

    /** Construct id of the stack. */
    public static final String ID = "AppointmentService";

    private final StageSettings settings;
    private final AppointmentDataStack data;
    private final Concurrency concurrency;
    private final FunctionFactory functions;
    private final AppointmentApi api;
    private final List<ServiceFunction> running = new ArrayList<>();

    AppointmentServiceStack(Construct scope, StageSettings settings, AppointmentDataStack data, Path bundle) {
        super(scope, ID);
        this.settings = settings;
        this.data = data;
        concurrency = settings.functions().concurrency();
        functions = new FunctionFactory(this, settings.functions(), Code.fromAsset(bundle.toString()),
                data.key().key());
        takeRequests();
        confirm();
        remind();
        api = openApi(answerQueries());
    }

    /** The functions in the order in which an appointment travels through them. */
    List<ServiceFunction> functions() {
        return List.copyOf(running);
    }

    AppointmentApi api() {
        return api;
    }

    private void takeRequests() {
        var processor = queueProcessor(FunctionName.REQUEST, concurrency.requests());
        var request = processor.function();
        request.reads(EnvironmentKey.DEFAULT_TIME_ZONE, settings.defaultTimeZone().getId());
        plansReminders(request);
        data.store().takesBookingsOf(request);
        data.queues().confirmations().takesMessagesOf(request, EnvironmentKey.CONFIRMATION_QUEUE_URL);
        data.queues().requests().feeds(processor);
    }

    private void confirm() {
        var processor = queueProcessor(FunctionName.CONFIRMATION, concurrency.confirmations());
        var confirmation = processor.function();
        plansReminders(confirmation);
        data.store().takesConfirmationsOf(confirmation);
        data.queues().reminders().takesMessagesOf(confirmation, EnvironmentKey.REMINDER_QUEUE_URL);
        new ReminderSchedules(this, data.queues()).arePlannedBy(confirmation);
        data.queues().confirmations().feeds(processor);
    }

    private void remind() {
        var processor = queueProcessor(FunctionName.REMINDER, concurrency.reminders());
        data.store().takesReminderMarksOf(processor.function());
        new SenderIdentity(settings.reminderSender()).sendsFor(processor.function());
        data.queues().reminders().feeds(processor);
    }

    private ServiceFunction answerQueries() {
        var query = function(FunctionName.QUERY);
        data.store().answers(query);
        return query;
    }

    private AppointmentApi openApi(ServiceFunction query) {
        return new AppointmentApi(this, settings.api(), data.key().key(), data.queues(), query);
    }

    private void plansReminders(ServiceFunction function) {
        function.reads(EnvironmentKey.REMINDER_OFFSETS,
                settings.reminderOffsets().stream().map(Duration::toString).collect(Collectors.joining(",")));
    }

    private QueueProcessor queueProcessor(FunctionName name, int maximumConcurrency) {
        return new QueueProcessor(function(name), maximumConcurrency);
    }

    private ServiceFunction function(FunctionName name) {
        var function = functions.function(name);
        running.add(function);
        return function;
    }
}
