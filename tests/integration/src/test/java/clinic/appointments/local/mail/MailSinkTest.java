package clinic.appointments.local.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import clinic.appointments.local.gateway.Reply;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** E-mails are kept where a person and a test can read them. */
class MailSinkTest {

    private static final String CONTENT = """
            "Content": {"Simple": {"Subject": {"Data": "Your appointment"}, "Body": {"Text": {"Data": "Tomorrow."}}}}""";

    private static final String WITH_ATTACHMENT = """
            {"FromEmailAddress": "clinic@example.org", "Destination": {"ToAddresses": ["a@example.org"]},
             "Content": {"Simple": {"Attachments": [{%s"RawContent": "SGVsbG8="}]}}}""";

    @TempDir
    Path directory;

    @Test
    void keepsASimpleMail() throws IOException {
        MailSink sink = new MailSink(directory);
        Reply reply = send(sink, """
                {"FromEmailAddress": "clinic@example.org", "Destination": {"ToAddresses": ["a@example.org"]}, %s}
                """.formatted(CONTENT));
        Mail mail = sink.mails().getFirst();
        assertThat(reply.body()).isEqualTo("{\"MessageId\":\"" + mail.messageId() + "\"}");
        assertThat(mail).extracting(Mail::from, Mail::to, Mail::subject, Mail::text).containsExactly(
                "clinic@example.org", List.of("a@example.org"), "Your appointment", "Tomorrow.");
        assertThat(Files.readString(directory.resolve(mail.messageId() + ".eml")))
                .contains("Subject: Your appointment");
    }

    @Test
    void keepsTheAttachments() throws IOException {
        MailSink sink = new MailSink(directory);
        send(sink, WITH_ATTACHMENT.formatted("\"FileName\": \"a.ics\", \"ContentType\": \"text/calendar\", "));
        assertThat(sink.mails()).singleElement().satisfies(mail -> assertThat(mail.attachments())
                .containsExactly(new Mail.Attachment("a.ics", "text/calendar", "Hello")));
    }

    @Test
    void refusesAnAttachmentWithoutAName() throws IOException {
        MailSink sink = new MailSink(directory);
        assertThat(send(sink, WITH_ATTACHMENT.formatted("")).status()).isEqualTo(400);
        assertThat(sink.mails()).isEmpty();
    }

    @Test
    void keepsARawMail() throws IOException {
        MailSink sink = new MailSink(directory);
        send(sink, """
                {"FromEmailAddress": "clinic@example.org", "Destination": {"ToAddresses": ["a@example.org"]},
                 "Content": {"Raw": {"Data": "SGVsbG8="}}}
                """);
        assertThat(sink.mails()).singleElement().extracting(Mail::text).isEqualTo("Hello");
    }

    @Test
    void refusesAMailWithoutSenderOrRecipient() throws IOException {
        MailSink sink = new MailSink(directory);
        assertThat(send(sink, "{\"Destination\": {\"ToAddresses\": [\"a@example.org\"]}, %s}".formatted(CONTENT)))
                .extracting(Reply::status, Reply::errorType).containsExactly(400, "BadRequestException");
        assertThat(send(sink, "{\"FromEmailAddress\": \"clinic@example.org\", %s}".formatted(CONTENT)).status())
                .isEqualTo(400);
        assertThat(sink.mails()).isEmpty();
    }

    @Test
    void neverPrintsWhatItHolds() throws IOException {
        MailSink sink = new MailSink(directory);
        send(sink, """
                {"FromEmailAddress": "clinic@example.org", "Destination": {"ToAddresses": ["a@example.org"]}, %s}
                """.formatted(CONTENT));
        assertThat(sink.mails().toString()).doesNotContain("example.org", "Tomorrow");
    }

    private static Reply send(MailSink sink, String request) throws IOException {
        return sink.handle("SendEmail", new ObjectMapper().readTree(request), "/v2/email/outbound-emails");
    }
}
