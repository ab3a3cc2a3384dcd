package clinic.appointments.infrastructure.monitoring;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import clinic.appointments.infrastructure.api.AppointmentApi;
import clinic.appointments.infrastructure.compute.ServiceMetrics;
import clinic.appointments.infrastructure.messaging.WorkQueues;
import clinic.appointments.infrastructure.patterns.AlarmTopic;
import clinic.appointments.infrastructure.patterns.ServiceFunction;
import clinic.appointments.infrastructure.smoke.Smoke;
import clinic.appointments.infrastructure.storage.StoreTable;
import org.jspecify.annotations.Nullable;

/**
 * Properties of {@link ServiceAlarms}: the settings, the topic and the pages that each alarm notifies, and the watched
 * parts of the service.
 */
public record ServiceAlarmsProps(AlarmSettings settings, AlarmTopic topic, Pages pages, AppointmentApi api,
        WorkQueues queues,
        List<ServiceFunction> functions, List<StoreTable> tables, Optional<Smoke> smokeTest) {

    public ServiceAlarmsProps {
        functions = List.copyOf(functions);
        tables = List.copyOf(tables);
    }

    Objectives objectives() {
        return new Objectives(ServiceMetrics.of(api), api, smokeTest.isPresent());
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Sets properties by name. */
    public static final class Builder {

        private @Nullable AlarmSettings settings;
        private @Nullable AlarmTopic topic;
        private @Nullable Pages pages;
        private @Nullable AppointmentApi api;
        private @Nullable WorkQueues queues;
        private @Nullable List<ServiceFunction> functions;
        private @Nullable List<StoreTable> tables;
        private Optional<Smoke> smokeTest = Optional.empty();

        private Builder() {
        }

        public Builder settings(AlarmSettings ofStage) {
            settings = ofStage;
            return this;
        }

        public Builder topic(AlarmTopic notified) {
            topic = notified;
            return this;
        }

        public Builder pages(Pages calling) {
            pages = calling;
            return this;
        }

        public Builder api(AppointmentApi watched) {
            api = watched;
            return this;
        }

        public Builder queues(WorkQueues watched) {
            queues = watched;
            return this;
        }

        public Builder functions(List<ServiceFunction> watched) {
            functions = watched;
            return this;
        }

        public Builder tables(List<StoreTable> watched) {
            tables = watched;
            return this;
        }

        public Builder smokeTest(Optional<Smoke> watched) {
            smokeTest = watched;
            return this;
        }

        public ServiceAlarmsProps build() {
            return new ServiceAlarmsProps(Objects.requireNonNull(settings, "settings"),
                    Objects.requireNonNull(topic, "topic"), Objects.requireNonNull(pages, "pages"),
                    Objects.requireNonNull(api, "api"),
                    Objects.requireNonNull(queues, "queues"), Objects.requireNonNull(functions, "functions"),
                    Objects.requireNonNull(tables, "tables"), smokeTest);
        }
    }
}
