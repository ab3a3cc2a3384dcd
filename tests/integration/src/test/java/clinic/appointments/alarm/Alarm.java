package clinic.appointments.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import clinic.appointments.alarm.Measurements.Metric;
import com.fasterxml.jackson.databind.JsonNode;

/** An alarm of a template, and whether it is on. */
sealed interface Alarm {

    String id();

    /** The section of the runbook that its description names. */
    String section();

    /**
     * Whether it is on.
     *
     * @param since begin of the measurements; all was well before
     */
    boolean isOn(Measurements measured, Instant since, Instant now);

    /**
     * An alarm on a metric. It is evaluated every minute over a window that slides (CloudWatch: "Alarm evaluation",
     * "Alarm evaluation window"); points of periods without data come from {@code TreatMissingData}, but only as many
     * as are missing in the evaluation range, which is longer than the window (CloudWatch: "Configuring how CloudWatch
     * alarms treat missing data", whose tables have a range of five for three periods).
     */
    record OnMetric(String id, String section, JsonNode properties, Source source) implements Alarm {

        private static final int FURTHER_PERIODS = 2;

        public OnMetric {
            if (properties.has("DatapointsToAlarm")
                    || !properties.path("ComparisonOperator").asText().equals("GreaterThanOrEqualToThreshold")) {
                throw new IllegalArgumentException(id + " is of a kind that is not known here");
            }
        }

        @Override
        public boolean isOn(Measurements measured, Instant since, Instant now) {
            int periods = properties.path("EvaluationPeriods").asInt();
            List<Boolean> breaching = IntStream.range(0, periods + FURTHER_PERIODS)
                    .mapToObj(back -> breaches(measured, since, now.minus(source.period().multipliedBy(back))))
                    .flatMap(Optional::stream).limit(periods).toList();
            return breaching.stream().allMatch(yes -> yes) && (breaching.size() == periods || isMissingBad());
        }

        private boolean isMissingBad() {
            return switch (properties.path("TreatMissingData").asText()) {
                case "breaching" -> true;
                case "notBreaching" -> false;
                case String other -> throw new IllegalArgumentException(id + " treats missing data as " + other);
            };
        }

        /** Whether the period that ends then breaches the threshold; empty if it has no data. */
        private Optional<Boolean> breaches(Measurements measured, Instant since, Instant end) {
            double value = source.value(measured, end);
            Optional<Boolean> known = Double.isNaN(value)
                    ? Optional.empty()
                    : Optional.of(value >= properties.path("Threshold").asDouble());
            return end.minus(source.period()).isBefore(since) && isMissingBad() ? known.or(() -> Optional.of(false))
                    : known;
        }
    }

    /** An alarm that is on while all of its parts are. */
    record Composite(String id, String section, List<Alarm> parts) implements Alarm {

        @Override
        public boolean isOn(Measurements measured, Instant since, Instant now) {
            return parts.stream().allMatch(part -> part.isOn(measured, since, now));
        }
    }

    /** What gives an alarm its points. */
    sealed interface Source {

        Duration period();

        /** The point of the period that ends then, exclusively; not a number if there is none. */
        double value(Measurements measured, Instant end);
    }

    /** A statistic of a metric (CloudWatch: "CloudWatch statistics definitions"). */
    record Statistic(Metric metric, String name, Duration period) implements Source {

        @Override
        public double value(Measurements measured, Instant end) {
            List<Double> values = measured.of(metric, end.minus(period), end).stream().sorted().toList();
            return values.isEmpty() ? Double.NaN : switch (name) {
                case "Sum" -> values.stream().mapToDouble(Double::doubleValue).sum();
                case "Maximum" -> values.getLast();
                case "SampleCount" -> values.size();
                case "p99" -> values.get((int) Math.ceil(values.size() * 0.99) - 1);
                case String other -> throw new IllegalArgumentException("the statistic " + other);
            };
        }
    }

    /** An expression over statistics. */
    record Expression(String text, Map<String, Statistic> metrics, Duration period) implements Source {

        @Override
        public double value(Measurements measured, Instant end) {
            Map<String, Double> values = new HashMap<>();
            metrics.forEach((id, metric) -> values.put(id, metric.value(measured, end)));
            return MetricMath.value(text, values);
        }
    }

    /**
     * The sum of all metrics with one dimension, maybe without one of its values (CloudWatch: "Metrics Insights query
     * components and syntax").
     */
    record Query(String text, Duration period) implements Source {

        private static final Pattern SUM = Pattern
                .compile("SELECT SUM\\((\\w+)\\) FROM SCHEMA\\(\"([^\"]+)\", (\\w+)\\)(?: WHERE \\3 != '(\\w+)')?");

        @Override
        public double value(Measurements measured, Instant end) {
            Matcher sum = SUM.matcher(text);
            if (!sum.matches()) {
                throw new IllegalArgumentException("the query " + text + " is not understood here");
            }
            List<Double> values = measured.ofAll(metric -> isMeant(metric, sum), end.minus(period), end);
            return values.isEmpty() ? Double.NaN : values.stream().mapToDouble(Double::doubleValue).sum();
        }

        private static boolean isMeant(Metric metric, Matcher sum) {
            return metric.namespace().equals(sum.group(2)) && metric.name().equals(sum.group(1))
                    && metric.dimensions().keySet().equals(Set.of(sum.group(3)))
                    && !metric.dimensions().get(sum.group(3)).equals(sum.group(4));
        }
    }
}
