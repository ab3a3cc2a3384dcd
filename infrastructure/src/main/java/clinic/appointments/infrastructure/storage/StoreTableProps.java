package clinic.appointments.infrastructure.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import clinic.appointments.contract.EnvironmentKey;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link StoreTable}. Every key of a table and of an index is a string.
 *
 * @param variable environment variable for the name of the table
 * @param timeToLive attribute with the time at which an item expires; empty when none does
 * @param indexes global secondary indexes
 */
record StoreTableProps(EnvironmentKey variable, String partitionKey, Optional<String> timeToLive,
        List<Index> indexes) {

    /**
     * A global secondary index.
     *
     * @param attributes what it holds beside its keys; each costs a write unit whenever it changes
     */
    record Index(String name, String partitionKey, Optional<String> sortKey, List<String> attributes) {
    }

    StoreTableProps {
        indexes = List.copyOf(indexes);
    }

    static Builder builder(EnvironmentKey variable) {
        return new Builder(variable);
    }

    /** Sets properties by name. */
    static final class Builder {

        private final EnvironmentKey variable;
        private final List<Index> indexes = new ArrayList<>();
        private @Nullable String partitionKey;
        private Optional<String> timeToLive = Optional.empty();

        private Builder(EnvironmentKey variable) {
            this.variable = variable;
        }

        Builder partitionKey(String attribute) {
            partitionKey = attribute;
            return this;
        }

        Builder timeToLive(String attribute) {
            timeToLive = Optional.of(attribute);
            return this;
        }

        Builder index(String name, String partition) {
            indexes.add(new Index(name, partition, Optional.empty(), List.of()));
            return this;
        }

        Builder index(String name, String partition, String sort, String... attributes) {
            indexes.add(new Index(name, partition, Optional.of(sort), List.of(attributes)));
            return this;
        }

        StoreTableProps build() {
            return new StoreTableProps(variable, Objects.requireNonNull(partitionKey, "partitionKey"), timeToLive,
                    indexes);
        }
    }
}
