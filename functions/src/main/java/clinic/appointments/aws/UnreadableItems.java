package clinic.appointments.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import clinic.appointments.contract.LogEvent;
import clinic.appointments.contract.LogKey;
import clinic.appointments.contract.PatientsTable;
import clinic.appointments.log.LogLine;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The effect of an unreadable item on a list, such as an item of a newer version after a rollback. */
enum UnreadableItems {

    /** The whole list fails: its caller has to see all of it. */
    FAIL {
        @Override
        <T> Optional<T> read(Map<String, AttributeValue> item, String key,
                Function<Map<String, AttributeValue>, T> reader) {
            return Optional.of(reader.apply(item));
        }
    },

    /** The list leaves the item out; an error line names its key, which is an id. */
    LEAVE_OUT {
        @Override
        <T> Optional<T> read(Map<String, AttributeValue> item, String key,
                Function<Map<String, AttributeValue>, T> reader) {
            try {
                return Optional.of(reader.apply(item));
            } catch (RuntimeException odd) {
                LogLine.of(LogEvent.ITEM_LEFT_OUT).withId(idOf(key), Attributes.of(item).text(key))
                        .with(LogKey.REASON, odd.getClass().getSimpleName()).with(odd).write();
                return Optional.empty();
            }
        }
    };

    /**
     * @param key name of the key attribute
     */
    abstract <T> Optional<T> read(Map<String, AttributeValue> item, String key,
            Function<Map<String, AttributeValue>, T> reader);

    private static LogKey idOf(String key) {
        return key.equals(PatientsTable.KEY) ? LogKey.PATIENT_ID : LogKey.APPOINTMENT_ID;
    }

    <T> Stream<T> readAll(List<Map<String, AttributeValue>> items, String key,
            Function<Map<String, AttributeValue>, T> reader) {
        return items.stream().map(item -> read(item, key, reader)).flatMap(Optional::stream);
    }
}
