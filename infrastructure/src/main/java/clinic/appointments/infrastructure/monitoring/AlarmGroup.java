package clinic.appointments.infrastructure.monitoring;

import clinic.appointments.infrastructure.compute.ServiceMetrics;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AnomalyDetectionAlarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/**
 * Alarms on one part of the service. Missing data is good news nearly everywhere: a queue that is empty for hours, a
 * table and a function that are not called report nothing (CloudWatch: "Configuring how CloudWatch alarms treat missing
 * data").
 */
abstract class AlarmGroup extends Construct {

    static final Duration QUARTER_HOUR = Duration.minutes(15);
    static final MetricOptions MAXIMUM = statistic("Maximum", Duration.minutes(1));
    static final MetricOptions SUM = statistic("Sum", Duration.minutes(1));
    /** Standard deviations around the usual value; two would mean one false alarm in twenty. */
    static final int USUAL_DEVIATIONS = 4;

    private final AlarmBook book;

    AlarmGroup(Construct scope, String id, AlarmBook book) {
        super(scope, id);
        this.book = book;
    }

    final AlarmSettings settings() {
        return book.settings();
    }

    final ServiceMetrics metrics() {
        return ServiceMetrics.of(this);
    }

    static MetricOptions statistic(String statistic, Duration period) {
        return MetricOptions.builder().statistic(statistic).period(period).build();
    }

    /** Goes off when the metric is at the threshold or above it for so many periods in a row. */
    final void addThresholdAlarm(String id, IMetric metric, Number threshold, int periods, String description) {
        book.add(threshold(id, metric, threshold).evaluationPeriods(periods)
                .treatMissingData(TreatMissingData.NOT_BREACHING).alarmDescription(description).build());
    }

    /** Goes off when the metric is at the threshold or above it, or missing, for so many periods in a row. */
    final void addHeartbeatAlarm(String id, IMetric metric, Number threshold, int periods, String description) {
        book.add(threshold(id, metric, threshold).evaluationPeriods(periods)
                .treatMissingData(TreatMissingData.BREACHING).alarmDescription(description).build());
    }

    /** Goes off when the metric is above the band of its usual values for two periods in a row. */
    final void addAnomalyAlarm(String id, IMetric metric, String description) {
        book.add(AnomalyDetectionAlarm.Builder.create(this, id).metric(metric).stdDevs(USUAL_DEVIATIONS)
                .evaluationPeriods(2).comparisonOperator(ComparisonOperator.GREATER_THAN_UPPER_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING).alarmDescription(description).build());
    }

    /** Goes off when a message lies in the dead-letter queue. */
    final void addDeadLetterAlarm(String name, IQueue deadLetters, String description) {
        addThresholdAlarm(name + "Visible", deadLetters.metricApproximateNumberOfMessagesVisible(MAXIMUM), 1, 1,
                description);
    }

    private Alarm.Builder threshold(String id, IMetric metric, Number threshold) {
        return Alarm.Builder.create(this, id).metric(metric).threshold(threshold)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD);
    }
}
