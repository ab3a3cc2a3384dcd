package clinic.appointments.local.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import clinic.appointments.local.gateway.ServiceResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** E-mails are kept where a person and a test can read them. */
class MailSinkTest {

    private static final String CONTENT = """
            "Content": {"Simple": {"Subject": {"Data": "Your appointment"}, "Body": {"Text": {"Data": "Tomorrow."}}}}""";

    private static final String TAGGED = """
            {"FromEmailAddress": "clinic@example.org", "Destination": {"ToAddresses": ["%s"]},
             "ConfigurationSetName": "mails", "EmailTags": [{"Name": "patient", "Value": "%s"}], %s}""";
    private static final String WITH_ATTACHMENT = """
            {"FromEmailAddress": "clinic@example.org", "Destination": {"ToAddresses": ["a@example.org"]},
             "Content": {"Simple": {"Attachments": [{%s"RawContent": "SGVsbG8="}]}}}""";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<SesEvent> events = new ArrayList<>();

    @TempDir
    Path directory;

    @Test
    void keepsASimpleMail() throws IOException {
        MailSink sink = new MailSink(directory, events::add);
        ServiceResponse reply = send(sink, """
                {"FromEmailAddress": "clinic@example.org", "Destination": {"ToAddresses": ["a@example.org"]}, %s}
                """.formatted(CONTENT));
        Mail mail = sink.mails().getFirst();
        assertThat(reply.body()).isEqualTo("{\"MessageId\":\"" + mail.messageId() + "\"}");
        assertThat(mail).extracting(Mail::from, Mail::to, Mail::subject, Mail::text).containsExactly(
                "clinic@example.org", List.of("a@example.org"), "Your appointment", "Tomorrow.");
    }

    @Test
    void keepsAFileThatMailProgramsOpen() throws Exception {
        MailSink sink = new MailSink(directory, events::add);
        send(sink, """
                {"FromEmailAddress": "clinic@example.org", "Destination": {"ToAddresses": ["a@xn--bcher-kva.example"]},
                 "Content": {"Simple": {"Subject": {"Data": "Ihr Termin am 17. März"},
                 "Headers": [{"Name": "Auto-Submitted", "Value": "auto-generated"}],
                 "Body": {"Text": {"Data": "Grüße"}, "Html": {"Data": "<p>Grüße</p>"}},
                 "Attachments": [{"FileName": "appointment.ics", "RawContent": "QkVHSU46VkNBTEVOREFS",
                 "ContentType": "text/calendar; charset=UTF-8; method=REQUEST"}]}}}""");
        MimeMessage read = new MimeMessage(null,
                Files.newInputStream(directory.resolve(sink.mails().getFirst().messageId() + ".eml")));

        assertThat(List.of(read.getSubject(), read.getFrom()[0].toString(), read.getHeader("Auto-Submitted")[0],
                read.getMessageID())).isEqualTo(
                        List.of("Ihr Termin am 17. März", "clinic@example.org", "auto-generated",
                                "<" + sink.mails().getFirst().messageId() + "@localhost>"));
        assertThat(read.getSentDate()).isCloseTo(Date.from(sink.mails().getFirst().sentAt()), 1000);
        Multipart parts = (Multipart) read.getContent();
        Multipart bodies = (Multipart) parts.getBodyPart(0).getContent();
        assertThat(List.of(bodies.getBodyPart(0).getContent(), bodies.getBodyPart(1).getContent()))
                .isEqualTo(List.of("Grüße", "<p>Grüße</p>"));
        BodyPart entry = parts.getBodyPart(1);
        assertThat(
                List.of(entry.getFileName(), entry.getContentType().replaceAll("\\s+", " ").replaceAll("; name=.*", ""),
                        new String(entry.getInputStream().readAllBytes(), StandardCharsets.UTF_8)))
                .isEqualTo(List.of("appointment.ics", "text/calendar; charset=UTF-8; method=REQUEST",
                        "BEGIN:VCALENDAR"));
    }

    /** SES API v2: "Destination". */
    @ParameterizedTest
    @ValueSource(strings = {"gr\u00fcn@example.org", "ada@b\u00fccher.example", "ada@example.org\u200b",
            "a\\u0007b@example.org",
            "a..b@example.org", ".ab@example.org", "ab@example..org", "ab@example.org.", "a b@example.org",
            "ab@exa mple.org",
            "ab", "ab@", "@example.org"})
    void refusesAnAddressThatSesCannotSendTo(String address) throws IOException {
        MailSink sink = new MailSink(directory, events::add);
        ServiceResponse reply = send(sink,
                "{\"FromEmailAddress\": \"clinic@example.org\", \"Destination\": {\"ToAddresses\": [\""
                        + address + "\"]}, " + CONTENT + "}");
        assertThat(reply).extracting(ServiceResponse::status, ServiceResponse::errorType).containsExactly(400,
                "BadRequestException");
        assertThat(reply.body()).matches("\\{\"message\":\"(Local address|Domain|Missing|Illegal|Invalid|Quote).*");
        assertThat(sink.mails()).isEmpty();
    }

    @Test
    void refusesAHeaderThatIsNone() throws IOException {
        assertThat(send(new MailSink(directory, events::add), """
                {"FromEmailAddress": "clinic@example.org", "Destination": {"ToAddresses": ["a@example.org"]},
                 "Content": {"Simple": {"Headers": [{"Name": "X-Note", "Value": "Grüße"}]}}}""").status())
                .isEqualTo(400);
    }

    @Test
    void keepsTheAttachments() throws IOException {
        MailSink sink = new MailSink(directory, events::add);
        send(sink, WITH_ATTACHMENT.formatted("\"FileName\": \"a.ics\", \"ContentType\": \"text/calendar\", "));
        assertThat(sink.mails()).singleElement().satisfies(mail -> assertThat(mail.attachments())
                .containsExactly(new Mail.Attachment("a.ics", "text/calendar", "Hello")));
    }

    @Test
    void refusesAnAttachmentWithoutAName() throws IOException {
        MailSink sink = new MailSink(directory, events::add);
        assertThat(send(sink, WITH_ATTACHMENT.formatted("")).status()).isEqualTo(400);
        assertThat(sink.mails()).isEmpty();
    }

    @Test
    void keepsARawMail() throws IOException {
        MailSink sink = new MailSink(directory, events::add);
        send(sink, """
                {"FromEmailAddress": "clinic@example.org", "Destination": {"ToAddresses": ["a@example.org"]},
                 "Content": {"Raw": {"Data": "SGVsbG8="}}}
                """);
        assertThat(sink.mails()).singleElement().extracting(Mail::text).isEqualTo("Hello");
    }

    @Test
    void refusesAMailWithoutSenderOrRecipient() throws IOException {
        MailSink sink = new MailSink(directory, events::add);
        assertThat(send(sink, "{\"Destination\": {\"ToAddresses\": [\"a@example.org\"]}, %s}".formatted(CONTENT)))
                .extracting(ServiceResponse::status, ServiceResponse::errorType)
                .containsExactly(400, "BadRequestException");
        assertThat(send(sink, "{\"FromEmailAddress\": \"clinic@example.org\", %s}".formatted(CONTENT)).status())
                .isEqualTo(400);
        assertThat(sink.mails()).isEmpty();
    }

    @Test
    void neverPrintsWhatItHolds() throws IOException {
        MailSink sink = new MailSink(directory, events::add);
        send(sink, """
                {"FromEmailAddress": "clinic@example.org", "Destination": {"ToAddresses": ["a@example.org"]}, %s}
                """.formatted(CONTENT));
        assertThat(sink.mails().toString()).doesNotContain("example.org", "Tomorrow");
    }

    /** SES: "Using the mailbox simulator manually". */
    @ParameterizedTest
    @CsvSource({"bounce, bounce, /bounce/bounceType, Permanent",
            "bounce+label, bounce, /bounce/bounceSubType, General",
            "SuppressionList, bounce, /bounce/bounceSubType, Suppressed",
            "complaint, complaint, /complaint/complaintFeedbackType, abuse"})
    void answersAtTheAddressesOfTheMailboxSimulator(String box, String type, String pointer, String value)
            throws IOException {
        MailSink sink = new MailSink(directory, events::add);
        send(sink, TAGGED.formatted(box + "@simulator.amazonses.com", "patient-1", CONTENT));

        JsonNode event = JSON.readTree(events.getFirst().json());
        assertThat(events).singleElement().extracting(SesEvent::type, SesEvent::configurationSet).containsExactly(type,
                "mails");
        assertThat(event.at(pointer).asText()).isEqualTo(value);
        assertThat(event.at("/mail/tags/patient").toString()).isEqualTo("[\"patient-1\"]");
        assertThat(event.at("/mail/messageId").asText()).isEqualTo(sink.mails().getFirst().messageId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"success@simulator.amazonses.com", "ooto@simulator.amazonses.com", "bounce@example.org"})
    void publishesNothingAboutAMailThatIsDelivered(String address) throws IOException {
        send(new MailSink(directory, events::add), TAGGED.formatted(address, "patient-1", CONTENT));
        assertThat(events).isEmpty();
    }

    /** SES API v2: "MessageTag". */
    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "a b", "ä", ""})
    void refusesATagInAnotherAlphabet(String value) throws IOException {
        MailSink sink = new MailSink(directory, events::add);
        assertThat(send(sink, TAGGED.formatted("a@example.org", value, CONTENT)).status()).isEqualTo(400);
        assertThat(sink.mails()).isEmpty();
    }

    private static ServiceResponse send(MailSink sink, String request) throws IOException {
        return sink.handle("SendEmail", JSON.readTree(request), "/v2/email/outbound-emails");
    }
}
