package clinic.appointments.aws;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import clinic.appointments.model.Buffer;
import clinic.appointments.model.Buffers;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The buffers of an appointment within its item: the minutes before and after, by resource or kind. */
final class BufferItem {

    private BufferItem() {
    }

    static AttributeValue of(Buffer buffer) {
        return AttributeValue.fromL(List.of(Attributes.numberOf(buffer.before().toMinutes()),
                Attributes.numberOf(buffer.after().toMinutes())));
    }

    static Buffers read(Map<String, AttributeValue> stored) {
        return new Buffers(stored.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> read(entry.getValue()))));
    }

    static Buffer read(AttributeValue stored) {
        List<AttributeValue> minutes = stored.l();
        return new Buffer(minutes(minutes.get(0)), minutes(minutes.get(1)));
    }

    private static Duration minutes(AttributeValue number) {
        return Duration.ofMinutes(Long.parseLong(number.n()));
    }
}
