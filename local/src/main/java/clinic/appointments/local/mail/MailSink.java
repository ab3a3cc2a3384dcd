package clinic.appointments.local.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.local.gateway.LocalService;
import clinic.appointments.local.gateway.ServiceResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** SendEmail of SES (Amazon SES API v2 Reference: "SendEmail"), simple and raw. Nothing leaves this machine. */
public final class MailSink implements LocalService {

    private final List<Mail> inbox = new CopyOnWriteArrayList<>();
    private final Path directory;
    private final Consumer<SesEvent> events;

    /**
     * @param directory folder for one file per e-mail
     * @param events receives the events about e-mails
     */
    public MailSink(Path directory, Consumer<SesEvent> events) {
        this.directory = directory;
        this.events = events;
    }

    /** Every e-mail that was accepted, oldest first. */
    public List<Mail> mails() {
        return List.copyOf(inbox);
    }

    /** Publishes an event about an e-mail, as SES does some time after it accepted it. */
    public void publish(SesEvent event) {
        events.accept(event);
    }

    @Override
    public ServiceResponse handle(String action, JsonNode body, String path) {
        if (!action.equals("SendEmail")) {
            return refuse("Unsupported operation " + action + ".");
        }
        List<String> to = recipients(body.path("Destination"));
        if (!body.hasNonNull("FromEmailAddress")) {
            return refuse("FromEmailAddress is required.");
        }
        if (to.isEmpty()) {
            return refuse("Destination is required.");
        }
        List<String> addresses = Stream.concat(Stream.of(body.path("FromEmailAddress").asText()), to.stream()).toList();
        return Refusals.of(addresses, headers(body), tags(body)).map(MailSink::refuse).orElseGet(() -> send(body, to));
    }

    private ServiceResponse send(JsonNode body, List<String> to) {
        JsonNode simple = body.path("Content").path("Simple");
        JsonNode raw = body.path("Content").path("Raw").path("Data");
        if (simple.isMissingNode() && raw.isMissingNode()) {
            return refuse("Content.Simple or Content.Raw is required.");
        }
        if (simple.path("Attachments").valueStream().anyMatch(file -> !isWhole(file))) {
            return refuse("Each attachment needs FileName and RawContent.");
        }
        String text = raw.isMissingNode() ? simple.path("Body").path("Text").path("Data").asText("") : decode(raw);
        Mail mail = new Mail(UUID.randomUUID().toString(), Instant.now(), body.path("FromEmailAddress").asText(), to,
                simple.path("Subject").path("Data").asText(""), text,
                simple.path("Body").path("Html").path("Data").asText(""), headers(body), attachments(simple),
                new Mail.Tracking(body.path("ConfigurationSetName").asText(""), tags(body)));
        keep(mail);
        MailboxSimulator.answer(mail).ifPresent(events);
        return new ServiceResponse(200,
                JsonNodeFactory.instance.objectNode().put("MessageId", mail.messageId()).toString());
    }

    private void keep(Mail mail) {
        try {
            Files.createDirectories(directory);
            Files.write(directory.resolve(mail.messageId() + ".eml"), new MailFile(mail).octets());
            inbox.add(mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> tags(JsonNode body) {
        return body.path("EmailTags").valueStream().collect(
                Collectors.toMap(tag -> tag.path("Name").asText(), tag -> tag.path("Value").asText()));
    }

    private static boolean isWhole(JsonNode attachment) {
        return attachment.hasNonNull("FileName") && attachment.hasNonNull("RawContent");
    }

    private static List<Mail.Header> headers(JsonNode body) {
        return body.path("Content").path("Simple").path("Headers").valueStream()
                .map(header -> new Mail.Header(header.path("Name").asText(), header.path("Value").asText())).toList();
    }

    private static List<Mail.Attachment> attachments(JsonNode simple) {
        return simple.path("Attachments").valueStream().map(file -> new Mail.Attachment(file.path("FileName").asText(),
                file.path("ContentType").asText(""), decode(file.path("RawContent")))).toList();
    }

    private static String decode(JsonNode raw) {
        return new String(Base64.getDecoder().decode(raw.asText()), StandardCharsets.UTF_8);
    }

    private static List<String> recipients(JsonNode destination) {
        List<String> addresses = new ArrayList<>();
        for (String kind : List.of("ToAddresses", "CcAddresses", "BccAddresses")) {
            destination.path(kind).forEach(address -> addresses.add(address.asText()));
        }
        return addresses;
    }

    private static ServiceResponse refuse(String why) {
        return new ServiceResponse(400, JsonNodeFactory.instance.objectNode().put("message", why).toString(),
                "BadRequestException");
    }
}
