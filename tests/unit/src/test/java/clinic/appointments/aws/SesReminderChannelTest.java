package clinic.appointments.aws;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import clinic.appointments.fixture.Given;
import clinic.appointments.mail.CalendarEvent;
import clinic.appointments.mail.LetterText;
import clinic.appointments.model.Appointment;
import clinic.appointments.port.Letter;
import clinic.appointments.port.Occasion;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Attachment;
import software.amazon.awssdk.services.sesv2.model.AttachmentContentTransferEncoding;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What SES is asked for. */
class SesReminderChannelTest {

    private static final String SENDER = "reminders@appointments.example";
    private static final Appointment CONFIRMED = Given
            .confirmed(Given.booking("a", Given.slot("09:00", "09:30")));
    private static final Letter REMINDER = new Letter(Occasion.REMINDER, CONFIRMED, "ada@example.org", Locale.GERMANY,
            Optional.empty());

    @Test
    void sendsBothBodiesAndTheCalendarEntry() {
        SendEmailRequest sent = sent(REMINDER);
        LetterText text = LetterText.of(REMINDER);
        assertThat(sent).isEqualTo(SendEmailRequest.builder().fromEmailAddress(SENDER).configurationSetName("mails")
                .destination(to -> to.toAddresses("ada@example.org"))
                .content(content -> content.simple(simple -> simple
                        .subject(subject -> subject.charset("UTF-8").data(text.subject()))
                        .body(body -> body.text(part -> part.charset("UTF-8").data(text.text()))
                                .html(part -> part.charset("UTF-8").data(text.html())))
                        .attachments(Attachment.builder().fileName("appointment.ics")
                                .contentType("text/calendar; charset=UTF-8; method=REQUEST")
                                .contentTransferEncoding(AttachmentContentTransferEncoding.BASE64)
                                .rawContent(SdkBytes.fromUtf8String(CalendarEvent.of(REMINDER, SENDER).text()))
                                .build())))
                .build());
    }

    @Test
    void namesTheMethodOfACancellationInTheType() {
        Letter cancellation = new Letter(Occasion.CANCELLATION, CONFIRMED, "ada@example.org", Locale.UK,
                Optional.empty());
        assertThat(sent(cancellation).content().simple().attachments()).singleElement().satisfies(
                file -> assertThat(file.contentType()).isEqualTo("text/calendar; charset=UTF-8; method=CANCEL"));
    }

    /** SES: "Attachment". */
    @Test
    void namesNoTypeLongerThanSesTakes() {
        assertThat(sent(REMINDER).content().simple().attachments())
                .allSatisfy(file -> assertThat(file.contentType()).hasSizeLessThanOrEqualTo(78));
    }

    @Test
    void leavesOutWhatTheProviderSaysOfAddresses() {
        SesV2Client refusing = ses(_ -> {
            throw MessageRejectedException.builder().message("ada@example.org is not verified").statusCode(400)
                    .requestId("r1").build();
        });
        assertThatThrownBy(() -> new SesReminderChannel(refusing, SENDER, "mails").send(REMINDER))
                .isInstanceOf(SesReminderChannel.MailNotTakenException.class)
                .hasMessage("SES answered 400 MessageRejectedException, request r1").hasNoCause();
    }

    private static SendEmailRequest sent(Letter letter) {
        AtomicReference<SendEmailRequest> sent = new AtomicReference<>();
        new SesReminderChannel(ses(sent::set), SENDER, "mails").send(letter);
        return sent.get();
    }

    private static SesV2Client ses(Consumer<SendEmailRequest> provider) {
        return new SesV2Client() {

            @Override
            public SendEmailResponse sendEmail(SendEmailRequest request) {
                provider.accept(request);
                return SendEmailResponse.builder().messageId("m1").build();
            }

            @Override
            public String serviceName() {
                return SesV2Client.SERVICE_NAME;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
