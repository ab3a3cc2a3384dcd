package clinic.appointments.infrastructure.monitoring;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import clinic.appointments.contract.MetricName;
import clinic.appointments.infrastructure.compute.ServiceMetrics;
import clinic.appointments.message.Timeliness;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigateway.SpecRestApi;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/**
 * The error rate of an objective, from 0 to 1: bad cases as a share of all cases. An idle service publishes nothing,
 * which counts as zero cases (CloudWatch: "Using math expressions with CloudWatch metrics", {@code FILL}).
 *
 * @param bad expression for the number of bad cases
 * @param all expression for the number of all cases
 * @param metrics the metrics of the expressions, by their ids; the order is that of the template
 */
record ErrorRate(String bad, String all, SortedMap<String, IMetric> metrics, Duration window) {

    /** Fewer bad cases in a window call nobody: one of two requests at night is not half of them. */
    static final int MIN_BAD_CASES = 3;

    /** The rate of an objective of the functions; work that is overdue counts as bad before it is done. */
    static ErrorRate of(MetricName cases, MetricName overdue, ServiceMetrics metrics, Duration window) {
        var bad = "FILL(late, 0) + FILL(overdue, 0)";
        var named = Map.of("late", metrics.cases(cases, Timeliness.LATE, window), "onTime",
                metrics.cases(cases, Timeliness.ON_TIME, window), "overdue", metrics.gauge(overdue, window));
        return new ErrorRate(bad, bad + " + FILL(onTime, 0)", new TreeMap<>(named), window);
    }

    /** The rate of server errors (API Gateway: "Amazon API Gateway dimensions and metrics"). */
    static ErrorRate of(SpecRestApi api, Duration window) {
        var sum = MetricOptions.builder().statistic("Sum").period(window).build();
        var count = MetricOptions.builder().statistic("SampleCount").period(window).build();
        return new ErrorRate("FILL(errors, 0)", "FILL(requests, 0)",
                new TreeMap<>(Map.of("errors", api.metricServerError(sum), "requests", api.metricCount(count))),
                window);
    }

    /** The same rate with the journeys of the smoke test as further cases. */
    ErrorRate withJourneys(ServiceMetrics service) {
        var more = new TreeMap<>(metrics);
        more.put("failedJourneys", service.sum(MetricName.FAILED_SMOKE_JOURNEYS, window));
        more.put("journeys", service.sum(MetricName.SMOKE_JOURNEYS, window));
        return new ErrorRate(bad + " + FILL(failedJourneys, 0)", all + " + FILL(journeys, 0)", more, window);
    }

    /** The rate as a metric; zero while there are too few bad cases to call anybody. */
    IMetric metric() {
        return expression("IF((%1$s) >= %3$d, (%1$s) / (%2$s), 0)".formatted(bad, all, MIN_BAD_CASES), "error rate");
    }

    /** The good cases as a percentage of all; nothing while there are none. */
    IMetric goodPercentage() {
        return expression("100 * (1 - (%s) / (%s))".formatted(bad, all), "good cases in %");
    }

    private IMetric expression(String text, String label) {
        return MathExpression.Builder.create().expression(text).usingMetrics(metrics).period(window).label(label)
                .build();
    }
}
