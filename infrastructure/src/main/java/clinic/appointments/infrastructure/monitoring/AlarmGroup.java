package clinic.appointments.infrastructure.monitoring;

import java.util.List;

import clinic.appointments.infrastructure.compute.ServiceMetrics;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmRule;
import software.amazon.awscdk.services.cloudwatch.AlarmState;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.CompositeAlarm;
import software.amazon.awscdk.services.cloudwatch.IAlarmRule;
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

    /** Goes off when all of its parts are on, and pages for them. */
    final void addComposite(String id, List<Alarm> parts, String description) {
        parts.forEach(book::addPart);
        var all = parts.stream().map(part -> AlarmRule.fromAlarm(part, AlarmState.ALARM)).toArray(IAlarmRule[]::new);
        book.add(CompositeAlarm.Builder.create(this, id).alarmRule(AlarmRule.allOf(all)).alarmDescription(description)
                .build());
    }

    /** Goes off when a message lies in the dead-letter queue. */
    final void addDeadLetterAlarm(String name, IQueue deadLetters, String description) {
        addThresholdAlarm(name + "Visible", deadLetters.metricApproximateNumberOfMessagesVisible(MAXIMUM), 1, 1,
                description);
    }

    /** An alarm at or above a threshold, to be completed. */
    final Alarm.Builder threshold(String id, IMetric metric, Number threshold) {
        return Alarm.Builder.create(this, id).metric(metric).threshold(threshold)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD);
    }
}
