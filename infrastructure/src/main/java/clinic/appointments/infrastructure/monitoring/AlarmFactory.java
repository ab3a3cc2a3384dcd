package clinic.appointments.infrastructure.monitoring;

import java.util.ArrayList;
import java.util.List;

import clinic.appointments.infrastructure.compute.AlarmTopic;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmBase;
import software.amazon.awscdk.services.cloudwatch.AnomalyDetectionAlarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

/**
 * Makes alarms and remembers them. Missing data is good news nearly everywhere: a queue that is empty for hours, a
 * table and a function that are not called report nothing (CloudWatch: "Configuring how CloudWatch alarms treat missing
 * data").
 */
final class AlarmFactory {

    private final Construct scope;
    private final AlarmTopic changes;
    private final List<AlarmBase> alarms = new ArrayList<>();

    /**
     * @param changes hears of each alarm
     */
    AlarmFactory(Construct scope, AlarmTopic changes) {
        this.scope = scope;
        this.changes = changes;
    }

    /** Goes off when the metric is at the threshold or above it, so many periods in a row. */
    void reaches(String id, IMetric metric, Number threshold, int periods, String description) {
        add(reaching(id, metric, threshold).evaluationPeriods(periods)
                .treatMissingData(TreatMissingData.NOT_BREACHING).alarmDescription(description).build());
    }

    /** Goes off when the metric is at the threshold or above it, or is not told, so many periods in a row. */
    void reachesOrIsSilent(String id, IMetric metric, Number threshold, int periods, String description) {
        add(reaching(id, metric, threshold).evaluationPeriods(periods).treatMissingData(TreatMissingData.BREACHING)
                .alarmDescription(description).build());
    }

    /** Goes off when the metric leaves upwards the band that it has usually been in. */
    void exceedsItsBand(String id, IMetric metric, int deviations, int periods, String description) {
        add(AnomalyDetectionAlarm.Builder.create(scope, id).metric(metric).stdDevs(deviations)
                .evaluationPeriods(periods).comparisonOperator(ComparisonOperator.GREATER_THAN_UPPER_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING).alarmDescription(description).build());
    }

    private Alarm.Builder reaching(String id, IMetric metric, Number threshold) {
        return Alarm.Builder.create(scope, id).metric(metric).threshold(threshold)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD);
    }

    private void add(AlarmBase alarm) {
        changes.hears(alarm);
        alarms.add(alarm);
    }

    List<AlarmBase> alarms() {
        return List.copyOf(alarms);
    }
}
