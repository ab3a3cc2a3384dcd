package clinic.appointments.runtime;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import clinic.appointments.contract.MetricName;
import org.junit.jupiter.api.Test;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

import static org.assertj.core.api.Assertions.assertThat;

class MetricCountsTest {

    private final List<String> written = new ArrayList<>();
    private final MetricCounts counts = new MetricCounts((Metrics) Proxy.newProxyInstance(
            Metrics.class.getClassLoader(), new Class<?>[]{Metrics.class}, (_, _, arguments) -> written.add(
                    "%s %s %s".formatted(arguments[0], arguments[1], ((DimensionSet) arguments[4]).getDimensions()))),
            "namespace");

    @Test
    void areWrittenOnceForEachMetricAndItsDimensions() {
        IntStream.range(0, 9).parallel().forEach(_ -> counts.count(MetricName.ACCEPTED, "reason", "BOOKED"));
        counts.count(MetricName.ACCEPTED, "reason", "CANCELLED");
        counts.count(MetricName.FAILED, "reason", "SqsException");
        counts.count(MetricName.FAILED, Map.of("function", "f"));
        counts.write();

        assertThat(written).containsExactlyInAnyOrder("Accepted 9.0 {reason=BOOKED}",
                "Accepted 1.0 {reason=CANCELLED}", "Failed 1.0 {reason=SqsException}", "Failed 1.0 {function=f}");
    }

    @Test
    void haveAllTimesOfABatchInOneLine() {
        List<String> lines = new ArrayList<>();
        Metrics recording = (Metrics) Proxy.newProxyInstance(Metrics.class.getClassLoader(),
                new Class<?>[]{Metrics.class}, (line, method, arguments) -> {
                    if (arguments[0] instanceof Consumer<?> writer) {
                        write(writer, line);
                    } else {
                        lines.add(method.getName() + " " + arguments[0]);
                    }
                    return null;
                });
        MetricCounts times = new MetricCounts(recording, "namespace");
        times.time(MetricName.CONFIRMATION_TIME, 120, MetricUnit.MILLISECONDS);
        times.time(MetricName.CONFIRMATION_TIME, 80, MetricUnit.MILLISECONDS);
        times.write();
        times.write();

        assertThat(lines).containsExactly("setNamespace namespace", "addMetric ConfirmationTime",
                "addMetric ConfirmationTime");
    }

    @SuppressWarnings("unchecked")
    private static void write(Object writer, Object line) {
        ((Consumer<Object>) writer).accept(line);
    }

    @Test
    void beginAgainAfterTheyAreWritten() {
        counts.count(MetricName.PARKED, "reason", "body");
        counts.write();
        counts.write();
        assertThat(written).containsExactly("Parked 1.0 {reason=body}");
    }
}
