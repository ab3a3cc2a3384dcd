package clinic.appointments.infrastructure;

import java.util.List;
import java.util.stream.Stream;

import clinic.appointments.contract.MetricName;
import clinic.appointments.message.MailEvent;
import clinic.appointments.model.ExternalFault;
import clinic.appointments.model.ReminderState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What functions count of letters that stay here, by the names they count it under, is watched and shown. */
class MailMetricsTest {

    static Stream<Arguments> counted() {
        return Stream.concat(
                Stream.of(ExternalFault.values()).map(fault -> arguments(MetricName.FAILED, fault.name())),
                Stream.of(arguments(MetricName.ACCEPTED, ReminderState.SKIPPED_UNDELIVERABLE.name())));
    }

    @ParameterizedTest
    @MethodSource("counted")
    void hasAnAlarm(MetricName metric, String reason) {
        for (var stage : List.of("dev", "staging", "prod")) {
            var monitoring = Synthesized.templates().get(stage + "-AppointmentMonitoring").path("Resources");
            assertThat(monitoring.valueStream()
                    .filter(resource -> resource.path("Type").asText().equals("AWS::CloudWatch::Alarm"))
                    .map(alarm -> alarm.at("/Properties/Metrics/0/MetricStat/Metric"))
                    .filter(alarm -> alarm.path("MetricName").asText().equals(metric.id()))
                    .filter(alarm -> alarm.at("/Dimensions/0/Value").asText().equals(reason)))
                    .singleElement()
                    .satisfies(alarm -> assertThat(alarm.path("Namespace").asText())
                            .isEqualTo("AppointmentScheduling/" + stage));
        }
    }

    @ParameterizedTest
    @MethodSource("counted")
    void isOnTheDashboard(MetricName metric, String reason) {
        var monitoring = Synthesized.templates().get("prod-AppointmentMonitoring").path("Resources");
        assertThat(monitoring.valueStream()
                .filter(resource -> resource.path("Type").asText().equals("AWS::CloudWatch::Dashboard"))
                .map(Object::toString)).singleElement().asString()
                .contains("'%s','reason','%s'".replace("'", "\\\"").formatted(metric.id(), reason));
    }

    /** By the names under which the function counts them. */
    @ParameterizedTest
    @EnumSource(value = MailEvent.Kind.class, names = {"BOUNCE_PERMANENT", "COMPLAINT"})
    void whatCostsTheSenderItsReputationHasAnAlarm(MailEvent.Kind kind) {
        for (var stage : List.of("dev", "staging", "prod")) {
            var monitoring = Synthesized.templates().get(stage + "-AppointmentMonitoring").path("Resources");
            assertThat(monitoring.valueStream()
                    .filter(resource -> resource.path("Type").asText().equals("AWS::CloudWatch::Alarm"))
                    .flatMap(alarm -> Stream.concat(Stream.of(alarm.path("Properties")),
                            alarm.at("/Properties/Metrics").valueStream().map(each -> each.at("/MetricStat/Metric"))))
                    .filter(metric -> metric.path("MetricName").asText().equals(MetricName.MAIL_EVENT.id()))
                    .filter(metric -> metric.at("/Dimensions/0/Value").asText().equals(kind.name())))
                    .singleElement().satisfies(metric -> assertThat(metric.path("Namespace").asText())
                            .isEqualTo("AppointmentScheduling/" + stage));
        }
    }
}
