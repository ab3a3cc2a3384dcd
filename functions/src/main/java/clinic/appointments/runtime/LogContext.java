package clinic.appointments.runtime;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Correlation;
import clinic.appointments.message.FollowUp;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.MailEvent;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.SmokeId;
import org.slf4j.MDC;

/** The keys of every log line of a message; set for one message, cleared before the next. */
public final class LogContext {

    static final String CORRELATION_ID = "correlation_id";
    static final String ORIGIN_TRACE_ID = "origin_trace_id";
    static final String APPOINTMENT_ID = "appointment_id";
    private static final String REQUEST_ID = "request_id";
    private static final String CLIENT = "client";
    private static final String MESSAGE_ID = "message_id";
    private static final String RECEIVE_COUNT = "receive_count";
    private static final String MAIL_EVENT = "mail_event";
    private static final List<String> KEYS = List.of(CORRELATION_ID, ORIGIN_TRACE_ID, APPOINTMENT_ID, REQUEST_ID,
            CLIENT, MESSAGE_ID, RECEIVE_COUNT, MAIL_EVENT);

    private LogContext() {
    }

    static void begin(IncomingMessage message) {
        MDC.put(MESSAGE_ID, message.messageId());
        MDC.put(RECEIVE_COUNT, Integer.toString(message.receiveCount()));
    }

    public static void correlation(Correlation correlation) {
        MDC.put(CORRELATION_ID, correlation.correlationId());
        correlation.originTraceId().ifPresent(id -> MDC.put(ORIGIN_TRACE_ID, id));
    }

    private static void appointment(AppointmentId id) {
        MDC.put(APPOINTMENT_ID, id.value());
    }

    public static void followUp(FollowUp message) {
        correlation(message.correlation());
        request(message.requestId());
        appointment(message.appointmentId());
    }

    public static void reminder(ReminderMessage message) {
        correlation(message.correlation());
        if (message instanceof ReminderMessage.Remind remind) {
            appointment(remind.appointmentId());
        }
    }

    /** An event has no correlation of its own: its appointment ties it to the e-mail. */
    public static void mailEvent(MailEvent event, String messageId) {
        correlation(new Correlation(messageId, Optional.empty()));
        MDC.put(MAIL_EVENT, event.kind().name());
        event.recipient().map(MailEvent.Recipient::appointment).ifPresent(LogContext::appointment);
    }

    private static void request(RequestId id) {
        MDC.put(REQUEST_ID, id.value());
        MDC.put(CLIENT, id.client().value());
    }

    public static void request(AppointmentRequest<?> request) {
        correlation(request.correlation());
        request(request.requestId());
        request.appointmentId().ifPresent(LogContext::appointment);
    }

    static String get(String key) {
        return MDC.get(key);
    }

    /** Whether the smoke test caused the message: it has an id that no client may use. */
    static boolean isOfSmokeTest() {
        return Stream.of(REQUEST_ID, APPOINTMENT_ID).map(MDC::get).filter(Objects::nonNull)
                .anyMatch(SmokeId::isSmokeId);
    }

    static void clear() {
        KEYS.forEach(MDC::remove);
    }
}
