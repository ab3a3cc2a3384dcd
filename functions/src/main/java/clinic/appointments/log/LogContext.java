package clinic.appointments.log;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.contract.LogKey;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Correlation;
import clinic.appointments.message.FollowUp;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.MailEvent;
import clinic.appointments.message.Overdue;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.SmokeId;
import clinic.appointments.wire.MessageIds;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The keys of every log line of a message or query: what its message says, and what its work finds out. Set for one
 * message, cleared before the next.
 */
public final class LogContext {

    private static final List<LogKey> KEYS = List.of(LogKey.CORRELATION_ID, LogKey.ORIGIN_TRACE_ID,
            LogKey.APPOINTMENT_ID, LogKey.PATIENT_ID, LogKey.RESOURCE_ID, LogKey.BLOCK_ID, LogKey.VISIT_TYPE_ID,
            LogKey.REQUEST_ID,
            LogKey.CLIENT,
            LogKey.MESSAGE_ID,
            LogKey.RECEIVE_COUNT, LogKey.COMMAND, LogKey.SLOT, LogKey.REMINDER, LogKey.REMINDER_STATE,
            LogKey.SES_MESSAGE_ID, LogKey.MAIL_EVENT, LogKey.OVERDUE_REMINDERS, LogKey.OVERDUE_HOLDS,
            LogKey.OVERDUE_CONFIRMATIONS, LogKey.GIVEN_UP_REQUESTS);

    private LogContext() {
    }

    public static void begin(IncomingMessage message) {
        put(LogKey.MESSAGE_ID, message.messageId());
        put(LogKey.RECEIVE_COUNT, Integer.toString(message.receiveCount()));
    }

    /** The ids of a message whose reading has failed; nothing changes when it was read. */
    public static void identify(IncomingMessage message) {
        if (get(LogKey.CORRELATION_ID) == null) {
            MessageIds ids = MessageIds.of(message);
            put(LogKey.REQUEST_ID, ids.request());
            put(LogKey.CORRELATION_ID, ids.correlation());
        }
    }

    public static void correlation(Correlation correlation) {
        put(LogKey.CORRELATION_ID, correlation.correlationId());
        correlation.originTraceId().ifPresent(id -> put(LogKey.ORIGIN_TRACE_ID, id));
    }

    private static void appointment(AppointmentId id) {
        put(LogKey.APPOINTMENT_ID, id.value());
    }

    public static void patient(PatientId id) {
        put(LogKey.PATIENT_ID, id.value());
    }

    /** The patient of an appointment that was read for the message. */
    public static void read(Appointment appointment) {
        patient(appointment.patientId());
    }

    public static void followUp(FollowUp message) {
        correlation(message.correlation());
        request(message.requestId());
        appointment(message.appointmentId());
        put(LogKey.COMMAND, CommandNames.FOLLOW_UP);
    }

    public static void reminder(ReminderMessage message) {
        correlation(message.correlation());
        put(LogKey.COMMAND, CommandNames.of(message));
        if (message instanceof ReminderMessage.Remind remind) {
            appointment(remind.appointmentId());
            put(LogKey.REMINDER, remind.reminder().toString());
        }
    }

    /** A reminder that was closed before its message came. */
    public static void closedBefore(Reminder reminder) {
        put(LogKey.REMINDER_STATE, reminder.state().name());
    }

    /** The letter that SES has accepted. */
    public static void letter(String sesMessageId) {
        put(LogKey.SES_MESSAGE_ID, sesMessageId);
    }

    public static void overdue(Overdue found) {
        put(LogKey.OVERDUE_REMINDERS, Long.toString(found.reminders()));
        put(LogKey.OVERDUE_HOLDS, Long.toString(found.holds()));
        put(LogKey.OVERDUE_CONFIRMATIONS, Long.toString(found.confirmations()));
    }

    public static void givenUp(long requests) {
        put(LogKey.GIVEN_UP_REQUESTS, Long.toString(requests));
    }

    /** An event has the correlation of its e-mail, or that of its message. */
    public static void mailEvent(MailEvent event, String messageId) {
        correlation(new Correlation(event.recipient().flatMap(MailEvent.Recipient::correlationId).orElse(messageId),
                Optional.empty()));
        put(LogKey.MAIL_EVENT, event.kind().name());
        event.recipient().ifPresent(recipient -> {
            appointment(recipient.appointment());
            patient(recipient.patient());
        });
    }

    private static void request(RequestId id) {
        put(LogKey.REQUEST_ID, id.value());
        put(LogKey.CLIENT, id.client().value());
    }

    /** An id that a query asks for, or that of its caller. */
    public static void asked(LogKey key, String id) {
        put(key, id);
    }

    public static void request(AppointmentRequest<?> request) {
        correlation(request.correlation());
        request(request.requestId());
        request.appointmentId().ifPresent(LogContext::appointment);
        if (request.content() instanceof AppointmentRequest.Command<?>(var command, var _)) {
            put(LogKey.COMMAND, CommandNames.of(command));
            CommandNames.patientOf(command).ifPresent(LogContext::patient);
            CommandNames.slotOf(command).ifPresent(slot -> put(LogKey.SLOT, slot));
            CommandNames.resourceOf(command)
                    .ifPresent(resource -> put(LogKey.RESOURCE_ID, resource.toString()));
            CommandNames.blockOf(command).ifPresent(block -> put(LogKey.BLOCK_ID, block.value()));
            CommandNames.visitTypeOf(command).ifPresent(type -> put(LogKey.VISIT_TYPE_ID, type.value()));
        }
    }

    private static void put(LogKey key, String value) {
        MDC.put(key.id(), value);
    }

    public static @Nullable String get(LogKey key) {
        return MDC.get(key.id());
    }

    /** Leaves a key out of the following lines. */
    public static void leaveOut(LogKey key) {
        MDC.remove(key.id());
    }

    /** Whether the smoke test caused the message: it has an id that no client may use. */
    public static boolean isOfSmokeTest() {
        return Stream.of(LogKey.REQUEST_ID, LogKey.APPOINTMENT_ID).map(LogContext::get).filter(Objects::nonNull)
                .anyMatch(SmokeId::isSmokeId);
    }

    public static void clear() {
        KEYS.forEach(LogContext::leaveOut);
    }
}
