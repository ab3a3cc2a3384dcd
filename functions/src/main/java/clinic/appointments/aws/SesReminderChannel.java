package clinic.appointments.aws;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.port.ReminderChannel;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/** {@link ReminderChannel} by e-mail through SES. */
public final class SesReminderChannel implements ReminderChannel {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
            .withLocale(Locale.UK);
    private static final String UTF_8 = "UTF-8";

    private final SesV2Client client;
    private final String sender;

    public SesReminderChannel(SesV2Client client, String sender) {
        this.client = client;
        this.sender = sender;
    }

    @Override
    public void send(Appointment appointment, String email) {
        TimeSlot slot = appointment.booking().slot();
        try {
            client.sendEmail(mail -> mail.fromEmailAddress(sender).destination(to -> to.toAddresses(email))
                    .content(content -> content.simple(simple -> simple
                            .subject(subject -> subject.charset(UTF_8).data(subject(slot)))
                            .body(body -> body.text(text -> text.charset(UTF_8).data(text(slot)))))));
        } catch (SesV2Exception quotingAddresses) {
            throw new MailNotTakenException(quotingAddresses);
        }
    }

    private static String subject(TimeSlot slot) {
        return "Your appointment on " + DATE.format(slot.date());
    }

    private static String text(TimeSlot slot) {
        return """
                You have an appointment on %s, from %s to %s (%s).

                If you cannot come, please let us know.
                """.formatted(DATE.format(slot.date()), slot.start(), slot.end(), slot.zone().getId());
    }

    /** The provider did not take the mail. Its own words are left out: they name addresses. */
    static final class MailNotTakenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MailNotTakenException(SesV2Exception cause) {
            super("SES answered " + cause.statusCode() + " " + cause.getClass().getSimpleName() + ", request "
                    + cause.requestId());
        }
    }
}
