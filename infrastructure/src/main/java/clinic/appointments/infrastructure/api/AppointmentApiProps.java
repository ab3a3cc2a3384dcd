package clinic.appointments.infrastructure.api;

import java.util.Objects;

import clinic.appointments.infrastructure.messaging.WorkQueues;
import clinic.appointments.infrastructure.patterns.ServiceFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.kms.IKey;

/**
 * Properties of an {@link AppointmentApi}.
 *
 * @param key encrypts the logs
 * @param queues targets of writes
 * @param query answers reads
 */
public record AppointmentApiProps(ApiSettings settings, IKey key, WorkQueues queues, ServiceFunction query) {

    public static Builder builder() {
        return new Builder();
    }

    /** Sets properties by name. */
    public static final class Builder {

        private @Nullable ApiSettings settings;
        private @Nullable IKey key;
        private @Nullable WorkQueues queues;
        private @Nullable ServiceFunction query;

        private Builder() {
        }

        public Builder settings(ApiSettings ofStage) {
            settings = ofStage;
            return this;
        }

        public Builder key(IKey encryption) {
            key = encryption;
            return this;
        }

        public Builder queues(WorkQueues targets) {
            queues = targets;
            return this;
        }

        public Builder query(ServiceFunction function) {
            query = function;
            return this;
        }

        public AppointmentApiProps build() {
            return new AppointmentApiProps(Objects.requireNonNull(settings, "settings"),
                    Objects.requireNonNull(key, "key"), Objects.requireNonNull(queues, "queues"),
                    Objects.requireNonNull(query, "query"));
        }
    }
}
