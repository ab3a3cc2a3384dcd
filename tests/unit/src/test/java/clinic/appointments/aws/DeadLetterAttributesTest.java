package clinic.appointments.aws;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.IncomingMessage.Foreign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

import static org.assertj.core.api.Assertions.assertThat;

class DeadLetterAttributesTest {

    private static final int MIB = 1_048_576;
    private static final String REASON = "type is missing";

    @Test
    void tellTheReasonAndTheIds() {
        assertThat(DeadLetterAttributes.of(message("{}", Map.of(), Map.of()), REASON)).isEqualTo(Map.of("parkedReason",
                text(REASON), "requestId", text("message-1"), "correlationId", text("message-1")));
        assertThat(DeadLetterAttributes.of(message("{}", Map.of("requestId", "r-1", "correlationId", "c-1",
                "parkedReason", "of before"), Map.of()), REASON)).isEqualTo(Map.of("parkedReason", text(REASON),
                        "requestId", text("r-1"), "correlationId", text("c-1")));
    }

    /** The log knows the message by these: a reader of one finds the other. */
    @Test
    void nameTheIdsOfTheBodyWhereItCanBeRead() {
        String body = "{\"requestId\":\"r-2\",\"correlationId\":\"c-2\"}";
        assertThat(DeadLetterAttributes.of(message(body, Map.of(), Map.of()), REASON))
                .containsEntry("requestId", text("r-2")).containsEntry("correlationId", text("c-2"));
        assertThat(
                DeadLetterAttributes.of(
                        message("{\"requestId\":\"r-2\"}", Map.of("requestId", "r-1"), Map.of()), REASON))
                .containsEntry("requestId", text("r-2")).containsEntry("correlationId", text("r-2"));
        assertThat(DeadLetterAttributes.of(message("{\"requestId\":\"no id!\"}", Map.of("requestId", "r-1"), Map.of()),
                REASON)).containsEntry("requestId", text("r-1")).containsEntry("correlationId", text("r-1"));
        assertThat(DeadLetterAttributes.of(message("no JSON", Map.of("requestId", "no id!"), Map.of()), REASON))
                .containsEntry("requestId", text("message-1")).containsEntry("correlationId", text("message-1"));
    }

    @Test
    void tellWhenItWasSentFirstAndWhoseItIsHoweverMuchElseItHas() {
        Map<String, String> many = IntStream.range(0, 8).boxed().collect(Collectors.toMap(one -> "a" + one,
                one -> "value"));
        Map<String, String> attributes = new TreeMap<>(many);
        attributes.putAll(Map.of("client", "123456789012/front-desk", "sentAt", "1767225600000"));
        var delivery = new IncomingMessage.Delivery("handle", 1, Optional.of(Instant.parse("2026-01-02T00:00:00Z")));

        assertThat(DeadLetterAttributes.of(new IncomingMessage("message-1", "{}", attributes, delivery), REASON))
                .hasSize(10).containsEntry("client", text("123456789012/front-desk"))
                .containsEntry("sentAt", text("1767225600000"));
        assertThat(DeadLetterAttributes.of(new IncomingMessage("message-1", "{}", many, delivery), REASON))
                .containsEntry("sentAt", text("1767312000000"));
    }

    @Test
    void keepBytesAndTypesAsTheyCame() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[]{0, 1, (byte) 0xff});
        IncomingMessage message = message("{}", Map.of("tenant", "north", "count", "7"), Map.of("key",
                new Foreign("Binary.png", Optional.empty(), Optional.of(bytes)), "count",
                new Foreign("Number", Optional.of("7"), Optional.empty())));

        assertThat(DeadLetterAttributes.of(message, REASON)).containsEntry("tenant", text("north"))
                .containsEntry("count", MessageAttributeValue.builder().dataType("Number").stringValue("7").build())
                .containsEntry("key", MessageAttributeValue.builder().dataType("Binary.png")
                        .binaryValue(SdkBytes.fromByteArray(new byte[]{0, 1, (byte) 0xff})).build());
        assertThat(bytes.remaining()).as("may be read again").isEqualTo(3);
    }

    @Test
    void areTenAtMostAndOursAreAmongThem() {
        Map<String, String> ten = IntStream.range(0, 10).boxed().collect(Collectors.toMap(one -> "a" + one,
                one -> "value"));

        assertThat(DeadLetterAttributes.of(message("{}", ten, Map.of()), REASON)).hasSize(10)
                .containsKeys("parkedReason", "requestId", "correlationId");
    }

    /**
     * {@code parkedReason} takes 33 bytes of them, {@code requestId} and {@code correlationId} 24 and 28, {@code extra}
     * 19.
     */
    @ParameterizedTest(name = "{0} bytes left: {1}")
    @CsvSource({"0,''", "18,''", "24,requestId", "33,parkedReason", "57,parkedReason requestId",
            "75,parkedReason requestId", "85,correlationId parkedReason requestId",
            "103,correlationId parkedReason requestId", "104,correlationId extra parkedReason requestId"})
    void areAsManyAsFitBesideTheBody(int left, String kept) {
        String umlauts = "\u00fc".repeat((MIB - left) / 2) + "x".repeat((MIB - left) % 2);
        IncomingMessage message = message(umlauts, Map.of("extra", "12345678"), Map.of());

        assertThat(String.join(" ", new TreeSet<>(DeadLetterAttributes.of(message, REASON).keySet())))
                .isEqualTo(kept);
    }

    @Test
    void stayWithinTheLimitThatTheMessageItselfHasKeptTo() {
        assertThat(DeadLetterAttributes.of(message("x".repeat(262_144), Map.of(), Map.of()), REASON)).isEmpty();
        assertThat(DeadLetterAttributes.of(message("x".repeat(262_145), Map.of(), Map.of()), REASON)).hasSize(3);
        assertThat(
                DeadLetterAttributes.of(
                        message("x".repeat(262_000), Map.of("extra", "y".repeat(200)), Map.of()), REASON))
                .hasSize(4);
    }

    private static IncomingMessage message(String body, Map<String, String> attributes, Map<String, Foreign> foreign) {
        return new IncomingMessage("message-1", body, attributes,
                new IncomingMessage.Delivery("handle", 1, Optional.empty()), foreign);
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }
}
