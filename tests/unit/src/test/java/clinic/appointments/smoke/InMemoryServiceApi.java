package clinic.appointments.smoke;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.confirmation.ConfirmationUseCases;
import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.trial.Ports;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentCommand.RequestCommand;
import clinic.appointments.message.Correlation;
import clinic.appointments.message.FollowUp;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.LocalSlot;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ReminderPlan;
import clinic.appointments.model.ReminderPreference;
import clinic.appointments.model.RequestId;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Schedules;
import clinic.appointments.port.ServiceApi;
import clinic.appointments.port.ServiceApiException;
import clinic.appointments.request.RequestUseCases;

/** The service in memory: a request is carried out at the first look after it was sent, and confirmed at the next. */
final class InMemoryServiceApi implements ServiceApi {

    /** What the journey sent, each with its key. */
    final List<String> sent = new ArrayList<>();
    /** Schedules that were made, and reminders that were sent at once. */
    final List<String> timers = new ArrayList<>();
    /** Codes with which the API refuses steps. */
    final Map<String, String> refused = new HashMap<>();
    /** Steps whose request is taken and lost. */
    final List<String> lost = new ArrayList<>();
    final Ports ports = Ports.inMemory();

    private final List<Runnable> queue = new ArrayList<>();
    private final RequestUseCases requests;
    private final ConfirmationUseCases confirmations;

    InMemoryServiceApi(BookingTerms terms, ReminderPlan plan) {
        ChangePolicy policy = new ChangePolicy(terms, plan);
        confirmations = new ConfirmationUseCases(ports, schedules(), message -> timers.add("now " + message), policy);
        requests = new RequestUseCases(ports, this::followUp, policy);
    }

    private void followUp(FollowUp message) {
        queue.add(() -> confirmations.handle(message));
    }

    @Override
    public void register(String key, PatientId patient) {
        send(key, new AppointmentCommand.RegisterPatient(patient, new PatientDetails("Smoke", "Test", Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), ReminderPreference.NONE)));
    }

    @Override
    public void book(String key, PatientId patient, LocalSlot slot) {
        send(key, new AppointmentCommand.Book(new Booking(new AppointmentId(key), patient, List.of(),
                slot.in(ZoneId.of("UTC")), Optional.empty()).accepted()));
    }

    @Override
    public void cancel(String key, AppointmentId appointment) {
        send(key, new AppointmentCommand.Cancel(appointment, Optional.empty()));
    }

    @Override
    public void erase(String key, PatientId patient) {
        send(key, new AppointmentCommand.ErasePatient(patient));
    }

    @Override
    public Optional<Receipt.Result> outcome(String key) {
        carryOut();
        return ports.receipts().find(new RequestId(key)).flatMap(Receipt::outcome);
    }

    @Override
    public boolean isConfirmedOrHeld(AppointmentId appointment) {
        var found = ports.appointments().find(appointment).orElseThrow();
        carryOut();
        return found.status() == AppointmentStatus.CONFIRMED || found.holdExpiresAt().isPresent();
    }

    private void send(String key, RequestCommand command) {
        sent.add(key);
        String step = key.substring(key.lastIndexOf('-') + 1);
        Optional.ofNullable(refused.get(step)).ifPresent(code -> {
            throw new ServiceApiException(code);
        });
        if (!lost.contains(step)) {
            queue.add(() -> requests.handle(Given.request(new RequestId(key), command, ports.clock().instant())));
        }
    }

    /** Carries out what waits; what follows from it waits for the next time. */
    void carryOut() {
        List<Runnable> due = List.copyOf(queue);
        queue.clear();
        due.forEach(Runnable::run);
    }

    private Schedules schedules() {
        return new Schedules() {

            @Override
            public void remind(ReminderMessage.Remind message, Instant dueAt, Instant useless) {
                timers.add("reminder at " + dueAt);
            }

            @Override
            public void endHold(AppointmentId appointment, Instant end, Correlation correlation) {
                timers.add("hold until " + end);
            }
        };
    }
}
