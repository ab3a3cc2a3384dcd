package clinic.appointments.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.model.Block;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.CalendarDay.Blocked;
import clinic.appointments.model.Interval;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.RequestId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;

class BlockedItemTest {

    /** Minutes without a sign last longer than years of four digits. */
    @ParameterizedTest
    @CsvSource({"2030-05-03T00:00:00Z, 2030-05-22T00:00:00Z", "9999-01-01T00:00:00Z, 9999-12-31T23:59:00Z"})
    void isReadAsItWasWritten(Instant start, Instant end) {
        Blocked entry = new Blocked(new BlockId("leave"), new Interval(start, end), Given.NOW.plusMillis(7));

        assertThat(BlockedItem.of(entry).b().asByteArray()).hasSize(16);
        assertThat(BlockedItem.read(Map.of(BlockedItem.name(entry.blockId()), BlockedItem.of(entry), "busy",
                AttributeValue.fromL(List.of())))).containsExactly(entry);
    }

    /** As this version has written it; later ones have to read it. */
    @Test
    void hasARecordedForm() {
        byte[] recorded = {1, (byte) 228, (byte) 211, 0, 1, (byte) 229, 63, (byte) 192, 0, 0, 1, (byte) 157, 92, 18, 36,
                7};
        Blocked entry = BlockedItem.read(Map.of("block#leave",
                AttributeValue.fromB(SdkBytes.fromByteArray(recorded)))).findFirst().orElseThrow();

        assertThat(BlockedItem.of(entry).b().asByteArray()).isEqualTo(recorded);
        assertThat(entry.blockId()).isEqualTo(new BlockId("leave"));
        assertThat(entry.interval()).isEqualTo(new Interval(Instant.ofEpochSecond(0x01E4D300L * 60),
                Instant.ofEpochSecond(0x01E53FC0L * 60)));
        assertThat(entry.since()).isEqualTo(Instant.ofEpochMilli(0x19D5C122407L));
    }

    @Test
    void theItemOfABlockHasARecordedForm() {
        Map<String, AttributeValue> recorded = Map.of("resourceId", AttributeValue.fromS("block#leave"), "ofResource",
                AttributeValue.fromS("room:1"), "startAt", AttributeValue.fromN("1904277600000"), "endAt",
                AttributeValue.fromN("1904364000000"), "reason", AttributeValue.fromS("LEAVE"), "blockedBy",
                AttributeValue.fromS("block-1"), "since", AttributeValue.fromN("1773129600007"), "liftedAt",
                AttributeValue.fromN("1773129700000"));
        Block block = BlockItem.read(recorded);

        assertThat(BlockItem.of(block)).isEqualTo(recorded);
        assertThat(block).isEqualTo(new Block(new BlockId("leave"), Given.ROOM_1,
                new Interval(Instant.ofEpochMilli(1904277600000L), Instant.ofEpochMilli(1904364000000L)),
                Optional.of(new ReasonCode("LEAVE")), new RequestId("block-1"), Instant.ofEpochMilli(1773129600007L),
                Optional.of(Instant.ofEpochMilli(1773129700000L))));
    }
}
