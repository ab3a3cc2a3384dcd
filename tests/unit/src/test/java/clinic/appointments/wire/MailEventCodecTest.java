package clinic.appointments.wire;

import java.util.Map;
import java.util.Optional;

import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.MailEvent;
import clinic.appointments.message.MailEvent.Kind;
import clinic.appointments.message.MailEvent.Recipient;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.PatientId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailEventCodecTest {

    private static final Recipient ADA = new Recipient(new PatientId("ada"), 3, new AppointmentId("a-1"),
            Optional.of("web/a_b:2030.1=x-"));
    private static final String MAIL = """
            "mail": {"timestamp": "2026-11-26T09:00:00.000Z", "source": "reminders@appointments.example",
              "messageId": "EXAMPLE7c191be45-000000", "destination": ["ada@example.org"], "headersTruncated": false,
              "headers": [{"name": "To", "value": "ada@example.org"}], "commonHeaders": {"to": ["ada@example.org"]},
              "tags": {"ses:configuration-set": ["mails"], "patient": ["ada"], "registration": ["3"],
                "appointment": ["a-1"], "correlation": ["web_2fa_5fb_3a2030_2e1_3dx-"]}}""";

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "Bounce; \"bounce\": {\"bounceType\": \"Permanent\", \"bounceSubType\": \"General\"}; BOUNCE_PERMANENT",
            "Bounce; \"bounce\": {\"bounceType\": \"Transient\", \"bounceSubType\": \"MailboxFull\"}; BOUNCE_TRANSIENT",
            "Bounce; \"bounce\": {\"bounceType\": \"Undetermined\"}; BOUNCE_UNDETERMINED",
            "Bounce; \"bounce\": {\"bounceType\": \"Unheard\"}; BOUNCE_UNDETERMINED",
            "Complaint; \"complaint\": {\"complaintFeedbackType\": \"abuse\"}; COMPLAINT",
            "Complaint; \"complaint\": {\"complaintSubType\": \"OnAccountSuppressionList\"}; COMPLAINT",
            "Complaint; \"complaint\": {\"complaintFeedbackType\": \"not-spam\"}; NOT_SPAM",
            "Reject; \"reject\": {\"reason\": \"Bad content\"}; REJECT",
            "DeliveryDelay; \"deliveryDelay\": {\"delayType\": \"MailboxFull\"}; DELIVERY_DELAY",
            "Delivery; \"delivery\": {}; OTHER", "Unheard; \"unheard\": 1; OTHER"})
    void readsEveryKindWithItsPatient(String type, String part, Kind kind) {
        assertThat(decode(event(type, part))).isEqualTo(new MailEvent(kind, Optional.of(ADA)));
    }

    @Test
    void readsWhatWasWritten() {
        Map<String, String> tags = NotificationTags.write(ADA);
        assertThat(tags).isEqualTo(Map.of("patient", "ada", "registration", "3", "appointment", "a-1",
                "correlation", "web_2fa_5fb_3a2030_2e1_3dx-"))
                .allSatisfy((name, value) -> assertThat(name + value).matches("[A-Za-z0-9_-]{1,256}"));
    }

    @Test
    void takesTheGreetingOfSes() {
        assertThat(decode("Successfully validated SNS topic for Amazon SES event publishing."))
                .isEqualTo(new MailEvent(Kind.OTHER, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"tags\": {}}", "{\"tags\": {\"patient\": [\"ada\"]}}",
            "{\"tags\": {\"patient\": [], \"registration\": [\"1\"], \"appointment\": [\"a\"]}}",
            "{\"tags\": {\"patient\": [\"a@b\"], \"registration\": [\"1\"], \"appointment\": [\"a\"]}}",
            "{\"tags\": {\"patient\": [\"a\"], \"registration\": [\"0\"], \"appointment\": [\"a\"]}}",
            "{\"tags\": {\"patient\": [\"a\"], \"registration\": [\"one\"], \"appointment\": [\"a\"]}}",
            "{\"tags\": {\"patient\": \"a\", \"registration\": [\"1\"], \"appointment\": [\"a\"]}}",
            "{\"tags\": {\"patient\": [7], \"registration\": [\"1\"], \"appointment\": [\"a\"]}}"})
    void findsNoPatientWithoutTagsOfThisService(String mail) {
        assertThat(decode("{\"eventType\": \"Reject\", \"mail\": " + mail + "}"))
                .isEqualTo(new MailEvent(Kind.REJECT, Optional.empty()));
    }

    /** Texts of other people's servers have no limit, and nobody reads them. */
    @Test
    void readsAnEventWithALongText() {
        assertThat(decode(event("Bounce", "\"bounce\": {\"bounceType\": \"Permanent\", \"diagnosticCode\": \"%s\"}"
                .formatted("x".repeat(100_000))))).isEqualTo(new MailEvent(Kind.BOUNCE_PERMANENT, Optional.of(ADA)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"maria@example.org; body must be JSON, without a field twice",
            "[]; body must be a JSON object", "{\"mail\": {}}; eventType is missing",
            "{\"eventType\": 7}; eventType must be a string", "{\"eventType\": \"Bounce\"}; bounce is missing",
            "{\"eventType\": \"Bounce\", \"bounce\": {}}; bounceType is missing",
            "{\"eventType\": \"Bounce\", \"bounce\": \"maria\"}; bounce must be an object",
            "{\"eventType\": \"Complaint\"}; complaint is missing",
            "{\"eventType\": \"Reject\", \"mail\": \"maria\"}; mail must be an object"})
    void refusesWhatIsNoEventInWordsThatQuoteNothing(String body, String reason) {
        assertThatThrownBy(() -> decode(body)).isInstanceOf(MalformedMessageException.class).hasMessage(reason);
    }

    private static String event(String type, String part) {
        return "{\"eventType\": \"%s\", %s, %s}".formatted(type, part, MAIL);
    }

    private static MailEvent decode(String body) {
        return MailEventCodec
                .decode(new IncomingMessage("m", body, Map.of(),
                        new IncomingMessage.Delivery("r", 1, Optional.empty())));
    }
}
