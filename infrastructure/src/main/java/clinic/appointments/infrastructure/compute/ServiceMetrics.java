package clinic.appointments.infrastructure.compute;

import java.util.Map;
import java.util.TreeMap;

import clinic.appointments.contract.MetricName;
import clinic.appointments.infrastructure.patterns.QueueProcessor;
import clinic.appointments.message.Timeliness;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.constructs.Construct;

/**
 * The metrics that the functions of a stage publish.
 *
 * @param namespace separate for each stage, because stages may share an account
 */
public record ServiceMetrics(String namespace) {

    /** The service's name in metrics, logs and traces. */
    static final String SERVICE = "appointments";

    private static final Duration MINUTE = Duration.minutes(1);
    private static final String REASON = "reason";

    /** The metrics of the stage that the construct belongs to. */
    public static ServiceMetrics of(Construct scope) {
        return new ServiceMetrics("AppointmentScheduling/" + Stage.of(scope).getStageName());
    }

    /** Sum over all reasons in a minute. */
    public IMetric total(MetricName name) {
        return query(name, "", MINUTE);
    }

    /** Sum in a period over all reasons but one. */
    public IMetric totalWithout(MetricName name, String reason, Duration period) {
        return query(name, " WHERE %s != '%s'".formatted(REASON, reason), period);
    }

    /** CloudWatch: "Metrics Insights query components and syntax". */
    private IMetric query(MetricName name, String condition, Duration period) {
        return MathExpression.Builder.create()
                .expression(
                        "SELECT SUM(%s) FROM SCHEMA(\"%s\", %s)%s".formatted(name.id(), namespace, REASON, condition))
                .usingMetrics(Map.of()).label(name.id()).period(period).build();
    }

    /** Maximum in a period of a metric without reasons, to which Powertools adds the service's name. */
    public IMetric gauge(MetricName name, Duration period) {
        return ofService(name, "Maximum", period);
    }

    /** Sum in a period of a metric without reasons, as above. */
    public IMetric sum(MetricName name, Duration period) {
        return ofService(name, "Sum", period);
    }

    /** Percentile in a minute of a time, such as {@code p99}. */
    public IMetric percentile(MetricName name, String percentile) {
        return ofService(name, percentile, MINUTE).with(MetricOptions.builder().label(percentile).build());
    }

    private Metric ofService(MetricName name, String statistic, Duration period) {
        return Metric.Builder.create().namespace(namespace).metricName(name.id())
                .dimensionsMap(Map.of("Service", SERVICE)).statistic(statistic).period(period).label(name.id())
                .build();
    }

    /** Sum of the cases that were in time, or late, in a period. */
    public IMetric cases(MetricName name, Timeliness timeliness, Duration period) {
        return Metric.Builder.create().namespace(namespace).metricName(name.id())
                .dimensionsMap(Map.of(Timeliness.DIMENSION, timeliness.name())).statistic("Sum").period(period)
                .label(timeliness.name()).build();
    }

    /** Messages that the current version of a function failed to process in a minute. */
    public IMetric failuresOf(QueueProcessor function) {
        var dimensions = new TreeMap<String, String>();
        dimensions.put("function", function.function().getFunctionName());
        dimensions.put("version", function.version());
        return Metric.Builder.create().namespace(namespace).metricName(MetricName.FAILED.id())
                .dimensionsMap(dimensions).statistic("Sum").period(MINUTE).label(MetricName.FAILED.id()).build();
    }

    /** Sum for one reason in a period. */
    public IMetric dueTo(MetricName name, String reason, Duration period) {
        return Metric.Builder.create().namespace(namespace).metricName(name.id())
                .dimensionsMap(Map.of(REASON, reason)).statistic("Sum").period(period).label(reason).build();
    }

    /** Sum in a minute, one line for each reason. */
    public IMetric byReason(MetricName name) {
        return by(REASON, name);
    }

    /** Queries answered in a minute, one line for each status. */
    public IMetric byStatus() {
        return by("status", MetricName.QUERY);
    }

    private IMetric by(String dimension, MetricName name) {
        return MathExpression.Builder.create()
                .expression("SELECT SUM(%s) FROM SCHEMA(\"%s\", %s) GROUP BY %s".formatted(name.id(), namespace,
                        dimension, dimension))
                .usingMetrics(Map.of()).label(name.id()).period(MINUTE).build();
    }
}
