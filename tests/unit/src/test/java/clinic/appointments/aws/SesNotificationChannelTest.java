package clinic.appointments.aws;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import clinic.appointments.log.WrittenLines;
import clinic.appointments.mail.CalendarEvent;
import clinic.appointments.mail.NotificationText;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.UndeliverableCode;
import clinic.appointments.port.Notification;
import clinic.appointments.port.NotificationType;
import clinic.appointments.port.SendResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.Attachment;
import software.amazon.awssdk.services.sesv2.model.AttachmentContentTransferEncoding;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What SES is asked for. */
class SesNotificationChannelTest {

    private static final String SENDER = "reminders@appointments.example";
    private static final SesNotificationChannel.Sender OF_THE_CLINIC = new SesNotificationChannel.Sender(SENDER,
            "mails",
            Optional.empty());
    private static final Appointment CONFIRMED = Given
            .confirmed(Given.booking("a", Given.slot("09:00", "09:30")));
    private static final Notification REMINDER = new Notification(NotificationType.REMINDER, CONFIRMED,
            "ada@example.org", 3, Locale.GERMANY,
            Optional.empty(), "web/1");

    @Test
    void sendsBothBodiesAndTheCalendarEntry() {
        SendEmailRequest sent = sent(REMINDER);
        NotificationText text = NotificationText.of(REMINDER);
        assertThat(sent).isEqualTo(SendEmailRequest.builder().fromEmailAddress(SENDER).configurationSetName("mails")
                .destination(to -> to.toAddresses("ada@example.org"))
                .emailTags(tag("appointment", "a"), tag("correlation", "web_2f1"), tag("patient", Given.ADA.value()),
                        tag("registration", "3"))
                .content(content -> content.simple(simple -> simple
                        .subject(subject -> subject.charset("UTF-8").data(text.subject()))
                        .body(body -> body.text(part -> part.charset("UTF-8").data(text.text()))
                                .html(part -> part.charset("UTF-8").data(text.html())))
                        .headers(header("Auto-Submitted", "auto-generated"),
                                header("X-Auto-Response-Suppress", "OOF, AutoReply"))
                        .attachments(Attachment.builder().fileName("appointment.ics")
                                .contentType("text/calendar; charset=UTF-8; method=REQUEST")
                                .contentTransferEncoding(AttachmentContentTransferEncoding.BASE64)
                                .rawContent(SdkBytes.fromUtf8String(CalendarEvent.of(REMINDER, SENDER).text()))
                                .build())))
                .build());
    }

    @Test
    void saysWhereLettersAreDeclinedWhenThereIsSuchAPlace() {
        AtomicReference<SendEmailRequest> sent = new AtomicReference<>();
        new SesNotificationChannel(ses(sent::set), new SesNotificationChannel.Sender(SENDER, "mails",
                Optional.of(URI.create("mailto:front-desk@appointments.example?subject=no%20letters")))).send(REMINDER);

        assertThat(sent.get().content().simple().headers()).contains(
                header("List-Unsubscribe", "<mailto:front-desk@appointments.example?subject=no%20letters>"));
    }

    @Test
    void tellsWhichLetterCouldNotBeComposed() {
        Notification inNoLanguage = new Notification(NotificationType.REMINDER, CONFIRMED, "ada@example.org", 3, null,
                Optional.empty(), "c");
        try (WrittenLines lines = WrittenLines.listen()) {
            SendResult result = new SesNotificationChannel(ses(_ -> {}), OF_THE_CLINIC).send(inNoLanguage);

            assertThat(result).isEqualTo(new SendResult.Undeliverable(UndeliverableCode.CONTENT_NOT_COMPOSED));
            assertThat(lines.only().path("message").asText()).isEqualTo("Letter not composed");
            assertThat(lines.only().at("/failure/stack").asText()).contains("NotificationText");
        }
    }

    private static MessageTag tag(String name, String value) {
        return MessageTag.builder().name(name).value(value).build();
    }

    private static MessageHeader header(String name, String value) {
        return MessageHeader.builder().name(name).value(value).build();
    }

    @Test
    void namesTheMethodOfACancellationInTheType() {
        Notification cancellation = new Notification(NotificationType.CANCELLATION, CONFIRMED, "ada@example.org", 3,
                Locale.UK,
                Optional.empty(), "c");
        assertThat(sent(cancellation).content().simple().attachments()).singleElement().satisfies(
                file -> assertThat(file.contentType()).isEqualTo("text/calendar; charset=UTF-8; method=CANCEL"));
    }

    /** SES: "Attachment". */
    @Test
    void namesNoTypeLongerThanSesTakes() {
        assertThat(sent(REMINDER).content().simple().attachments())
                .allSatisfy(file -> assertThat(file.contentType()).hasSizeLessThanOrEqualTo(78));
    }

    /** Addresses as they may be stored: what no mail can be sent to is not handed over. */
    @ParameterizedTest
    @ValueSource(strings = {"grün@example.org", "ada@-example.org", "a..b@example.org", ".ab@example.org",
            "a(b)@example.org",
            "ab@example..org", "ada\u200b@example.org", "ada@example", "a\u0007b@example.org", "ada@exa mple.org",
            "ada@example.org\u00a0x", "\ufeffada@example.org"})
    void handsNothingOverToAnImpossibleAddress(String address) {
        assertThat(channel(_ -> {
            throw new AssertionError("handed over");
        }).send(REMINDER.to(address))).isEqualTo(new SendResult.Undeliverable(UndeliverableCode.ADDRESS_IMPOSSIBLE));
        assertThat(channel(_ -> {}).send(REMINDER.to("a".repeat(65) + "@example.org")))
                .isEqualTo(new SendResult.Undeliverable(UndeliverableCode.ADDRESS_IMPOSSIBLE));
    }

    @ParameterizedTest
    @CsvSource({"ada@bücher.example, ada@xn--bcher-kva.example", "ada@BÜCHER.example, ada@xn--bcher-kva.example",
            "o'hara+x%&=/@example.org, o'hara+x%&=/@example.org"})
    void sendsToTheDomainInPunycode(String stored, String handedOver) {
        assertThat(sent(REMINDER.to(stored)).destination().toAddresses()).containsExactly(handedOver);
    }

    /** Only what is proven to concern this patient or this letter is final, in the words of SES. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ADDRESS_REFUSED | Domain contains illegal character",
            "ADDRESS_REFUSED | Domain contains control or whitespace",
            "ADDRESS_REFUSED | Local address contains control or whitespace",
            "ADDRESS_REFUSED | Missing final '@domain'", "ADDRESS_REFUSED | Missing domain",
            "ADDRESS_REFUSED | Illegal address", "ADDRESS_REFUSED | Invalid email address ada@example.org."})
    void endsWithARefusalOfTheAddress(UndeliverableCode code, String words) {
        assertThat(answered(BadRequestException.builder(), 400, words)).isEqualTo(new SendResult.Undeliverable(code));
        assertThat(answered(MessageRejectedException.builder(), 400, words)).as("not of that type")
                .isInstanceOf(SendResult.NotAccepted.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ADDRESS_SUPPRESSED | Amazon SES did not send the message to this address because it is on "
                    + "the suppression list for your account.",
            "ADDRESS_SUPPRESSED | Amazon SES has suppressed sending to this address because it has a "
                    + "recent history of bouncing as an invalid address.",
            "CONTENT_REFUSED | The message contains invalid content.", "CONTENT_REFUSED | Message contains a virus"})
    void endsWithARefusalOfThePatientOrTheLetter(UndeliverableCode code, String words) {
        assertThat(answered(MessageRejectedException.builder(), 400, words))
                .isEqualTo(new SendResult.Undeliverable(code));
        assertThat(answered(BadRequestException.builder(), 400, words)).as("not of that type")
                .isInstanceOf(SendResult.NotAccepted.class);
    }

    static Stream<Arguments> ours() {
        return Stream.of(
                arguments(MessageRejectedException.builder(), 400, "Email address is not verified. The following "
                        + "identities failed the check in region EU-CENTRAL-1: ada@example.org"),
                arguments(MessageRejectedException.builder(), 400, "Something new about ada@example.org"),
                arguments(BadRequestException.builder(), 400, "Something new about ada@example.org"),
                arguments(NotFoundException.builder(), 404, "Configuration set <mails> does not exist"),
                arguments(MailFromDomainNotVerifiedException.builder(), 400, "MAIL FROM of ada@example.org"),
                arguments(AccountSuspendedException.builder(), 400, "The account is suspended: ada@example.org"),
                arguments(SendingPausedException.builder(), 400, "Paused: ada@example.org"),
                arguments(LimitExceededException.builder(), 400, "Limit: ada@example.org"),
                arguments(TooManyRequestsException.builder(), 429, "Maximum sending rate exceeded: ada@example.org"),
                arguments(SesV2Exception.builder(), 403, "User is not authorized to send to ada@example.org"),
                arguments(SesV2Exception.builder(), 500, "Domain contains illegal character: ada@example.org"));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void triesAgainWhatIsOursOrCannotBeToldApart(AwsServiceException.Builder refusal, int status, String words) {
        assertThat(answered(refusal, status, words)).isInstanceOfSatisfying(SendResult.NotAccepted.class,
                notNow -> assertThat(
                        notNow.answer()).matches("SES answered " + status + " \\w+, request r1"));
    }

    @Test
    void triesAgainWhenThereIsNoAnswer() {
        assertThat(channel(_ -> {
            throw SdkClientException.create("Unable to execute HTTP request for ada@example.org");
        }).send(REMINDER)).isEqualTo(new SendResult.NotAccepted("SES gave no answer: SdkClientException"));
    }

    @Test
    void takesNoSenderThatIsNone() {
        assertThatThrownBy(() -> new SesNotificationChannel(ses(_ -> {}),
                new SesNotificationChannel.Sender("clinic@-x.example", "mails", Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("clinic@");
    }

    private static SendResult answered(AwsServiceException.Builder refusal, int status, String words) {
        return channel(_ -> {
            throw refusal.statusCode(status).requestId("r1")
                    .awsErrorDetails(AwsErrorDetails.builder().errorMessage(words).build()).build();
        }).send(REMINDER);
    }

    private static SesNotificationChannel channel(Consumer<SendEmailRequest> provider) {
        return new SesNotificationChannel(ses(provider), OF_THE_CLINIC);
    }

    private static SendEmailRequest sent(Notification notification) {
        AtomicReference<SendEmailRequest> sent = new AtomicReference<>();
        new SesNotificationChannel(ses(sent::set), OF_THE_CLINIC).send(notification);
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
