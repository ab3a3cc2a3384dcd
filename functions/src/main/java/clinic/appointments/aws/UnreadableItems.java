package clinic.appointments.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.lambda.powertools.logging.argument.StructuredArguments;

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
                LOG.error("An item cannot be read and is left out",
                        StructuredArguments.entry(key, Attributes.of(item).text(key)),
                        StructuredArguments.entry("reason", odd.getClass().getSimpleName()));
                return Optional.empty();
            }
        }
    };

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableItems.class);

    /**
     * @param key name of the key attribute
     */
    abstract <T> Optional<T> read(Map<String, AttributeValue> item, String key,
            Function<Map<String, AttributeValue>, T> reader);

    <T> Stream<T> readAll(List<Map<String, AttributeValue>> items, String key,
            Function<Map<String, AttributeValue>, T> reader) {
        return items.stream().map(item -> read(item, key, reader)).flatMap(Optional::stream);
    }
}
