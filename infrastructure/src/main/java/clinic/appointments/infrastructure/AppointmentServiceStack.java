package clinic.appointments.infrastructure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.FunctionName;
import clinic.appointments.infrastructure.api.AppointmentApi;
import clinic.appointments.infrastructure.compute.AlarmTopic;
import clinic.appointments.infrastructure.compute.Concurrency;
import clinic.appointments.infrastructure.compute.FunctionFactory;
import clinic.appointments.infrastructure.compute.QueueProcessor;
import clinic.appointments.infrastructure.compute.ServiceFunction;
import clinic.appointments.infrastructure.messaging.SenderIdentity;
import clinic.appointments.infrastructure.scheduling.ServiceSchedules;
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
    private final AlarmTopic alarmChanges;
    private final FunctionFactory functions;
    private final ServiceSchedules schedules;
    private final AppointmentApi api;
    private final List<ServiceFunction> running = new ArrayList<>();

    AppointmentServiceStack(Construct scope, StageSettings settings, AppointmentDataStack data, Path bundle) {
        super(scope, ID);
        this.settings = settings;
        this.data = data;
        concurrency = settings.functions().concurrency();
        alarmChanges = new AlarmTopic(this, "AlarmChanges", data.key().key());
        functions = new FunctionFactory(this, settings.functions(), Code.fromAsset(bundle.toString()),
                data.key().key(), alarmChanges);
        schedules = new ServiceSchedules(this, data.queues());
        takeRequests();
        confirm();
        remind();
        api = openApi(answerQueries());
    }

    /** The functions in the order in which an appointment travels through them. */
    List<ServiceFunction> functions() {
        return List.copyOf(running);
    }

    /** Hears of every change of every alarm: what a team's chat or ticket queue subscribes to. It calls nobody. */
    AlarmTopic alarmChanges() {
        return alarmChanges;
    }

    AppointmentApi api() {
        return api;
    }

    private void takeRequests() {
        var processor = queueProcessor(FunctionName.REQUEST, concurrency.requests());
        var request = processor.function();
        BookingTermsVariable.isReadBy(request, settings.bookings());
        settings.reminders().arePlannedBy(request);
        data.store().takesBookingsOf(request);
        data.queues().confirmations().takesMessagesOf(request, EnvironmentKey.CONFIRMATION_QUEUE_URL);
        data.queues().requests().feeds(processor);
    }

    private void confirm() {
        var processor = queueProcessor(FunctionName.CONFIRMATION, concurrency.confirmations());
        var confirmation = processor.function();
        BookingTermsVariable.isReadBy(confirmation, settings.bookings());
        settings.reminders().arePlannedBy(confirmation);
        data.store().takesConfirmationsOf(confirmation);
        data.queues().reminders().takesMessagesOf(confirmation, EnvironmentKey.REMINDER_QUEUE_URL);
        schedules.areMadeBy(confirmation);
        data.queues().confirmations().feeds(processor);
    }

    private void remind() {
        var processor = queueProcessor(FunctionName.REMINDER, concurrency.reminders());
        var reminder = processor.function();
        data.store().takesReminderMarksOf(reminder);
        data.store().grantRebuildEmailIndex(reminder);
        settings.reminders().areSentBy(reminder);
        new SenderIdentity(this, settings.reminders().sender(), settings.reminders().shortestUse()).sendsFor(reminder);
        data.queues().reminders().feeds(processor);
        reconcile(reminder);
    }

    private void reconcile(ServiceFunction reminder) {
        schedules.reconcileRegularly();
        BookingTermsVariable.isReadBy(reminder, settings.bookings());
        data.store().isSearchedBy(reminder);
        data.queues().requests().takesMessagesOf(reminder, EnvironmentKey.REQUEST_QUEUE_URL);
        data.queues().confirmations().takesMessagesOf(reminder, EnvironmentKey.CONFIRMATION_QUEUE_URL);
        data.queues().reminders().takesMessagesOf(reminder, EnvironmentKey.REMINDER_QUEUE_URL);
    }

    private ServiceFunction answerQueries() {
        var query = function(FunctionName.QUERY);
        BookingTermsVariable.isReadBy(query, settings.bookings());
        data.store().answers(query);
        return query;
    }

    private AppointmentApi openApi(ServiceFunction query) {
        return new AppointmentApi(this, settings.api(), data.key().key(), data.queues(), query);
    }

    private QueueProcessor queueProcessor(FunctionName name, int maximumConcurrency) {
        return new QueueProcessor(function(name), maximumConcurrency);
    }

    private ServiceFunction function(FunctionName name) {
        var function = functions.function(name);
        data.fingerprints().grantGenerateMac(function);
        running.add(function);
        return function;
    }
}
