package clinic.appointments.infrastructure;

import java.nio.file.Path;

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

        private StageSettings settings;
        private AppointmentDataStack data;
        private Path bundle;

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
            return new AppointmentServiceProps(settings, data, bundle);
        }
    }
}
