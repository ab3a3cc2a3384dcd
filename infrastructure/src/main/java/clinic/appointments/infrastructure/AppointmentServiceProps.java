package clinic.appointments.infrastructure;

import java.nio.file.Path;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Properties of an {@link AppointmentServiceStack}.
 *
 * @param data the stack with the data of the service
 * @param bundle directory of the built functions
 */
record AppointmentServiceProps(StageSettings settings, AppointmentDataStack data, Path bundle) {

    static Builder builder() {
        return new Builder();
    }

    /** Sets properties by name. */
    static final class Builder {

        private @Nullable StageSettings settings;
        private @Nullable AppointmentDataStack data;
        private @Nullable Path bundle;

        private Builder() {
        }

        Builder settings(StageSettings ofStage) {
            settings = ofStage;
            return this;
        }

        Builder data(AppointmentDataStack stack) {
            data = stack;
            return this;
        }

        Builder bundle(Path directory) {
            bundle = directory;
            return this;
        }

        AppointmentServiceProps build() {
            return new AppointmentServiceProps(Objects.requireNonNull(settings, "settings"),
                    Objects.requireNonNull(data, "data"), Objects.requireNonNull(bundle, "bundle"));
        }
    }
}
