package clinic.appointments.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import clinic.appointments.alarm.Measurements.Metric;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Alarms go on when CloudWatch's own would, and the runbook sends whoever follows it where it says. */
class AlarmTest {

    private static final Instant BEGIN = Instant.parse("2030-01-01T10:00:30Z");
    private static final Metric ERRORS = new Metric("AWS/Lambda", "Errors", Map.of("FunctionName", "f"));

    private final Measurements measured = new Measurements();

    @Test
    void goesOnAfterAsManyBreachingPeriodsInARow() {
        errors(0, 1);
        assertThat(isOn("notBreaching", 1)).isFalse();
        errors(1, 1);
        assertThat(isOn("notBreaching", 2)).isTrue();
        errors(2, 0);
        assertThat(isOn("notBreaching", 3)).isFalse();
    }

    /** The table of the page has such a row: points that exist count before points that are missing. */
    @Test
    void looksFurtherBackThanItsPeriodsWhenPointsAreMissing() {
        errors(0, 1);
        errors(3, 1);
        assertThat(isOn("notBreaching", 4)).isTrue();
        assertThat(isOn("notBreaching", 5)).isFalse();
    }

    @Test
    void takesWhatIsMissingForBadWhenItIsToldTo() {
        errors(0, 0);
        assertThat(isOn("breaching", 3)).as("healthy before").isFalse();
        assertThat(isOn("breaching", 4)).as("one healthy point").isFalse();
        assertThat(isOn("breaching", 5)).isTrue();
    }

    @Test
    void calculatesAsTheAlarmsDo() {
        Map<String, Double> metrics = Map.of("bad", 3.0, "all", 4.0, "none", Double.NaN);
        assertThat(MetricMath.value("IF((FILL(bad, 0) + FILL(none, 0)) >= 3, (bad) / (all), 0)", metrics))
                .isEqualTo(0.75);
        assertThat(MetricMath.value("IF(FILL(none, 0) >= 3, 100 * bad, 0)", metrics)).isZero();
        assertThat(MetricMath.value("SUM(FILL(METRICS(), 0))", metrics)).isEqualTo(7);
        assertThatIllegalArgumentException().isThrownBy(() -> MetricMath.value("RATE(bad, 1)", metrics));
    }

    @Test
    void sumsUpAllMetricsOfADimensionButThoseThatItLeavesOut() {
        measured.add(new Metric("n", "Failed", Map.of("reason", "A")), BEGIN, 1);
        measured.add(new Metric("n", "Failed", Map.of("reason", "B")), BEGIN, 2);
        measured.add(new Metric("n", "Failed", Map.of("function", "f")), BEGIN, 4);
        assertThat(query("SELECT SUM(Failed) FROM SCHEMA(\"n\", reason)")).isEqualTo(3);
        assertThat(query("SELECT SUM(Failed) FROM SCHEMA(\"n\", reason) WHERE reason != 'B'")).isEqualTo(1);
    }

    @Test
    void sendsOnToASectionThatComesFirstOnlyWhileItsAlarmIsOn() {
        Runbook runbook = Runbook.of("""
                # Runbook

                ## Api errors

                **First**: [table errors](#table-errors), [functions](#function-errors).

                **Means**: see [the API](#slow-api).

                ## Function errors

                **First**: [table errors](#table-errors).

                **Means**: functions fail.

                ## Table errors

                **Means**: DynamoDB fails.
                """);
        assertThat(runbook.follow("api-errors", Set.of("api-errors"))).isEqualTo("api-errors");
        assertThat(runbook.follow("api-errors", Set.of("function-errors"))).isEqualTo("function-errors");
        assertThat(runbook.follow("function-errors", Set.of("table-errors"))).isEqualTo("table-errors");
        assertThatIllegalArgumentException().isThrownBy(() -> runbook.follow("slow-api", Set.of()));
    }

    private double query(String text) {
        return new Alarm.Query(text, Duration.ofMinutes(1)).value(measured, BEGIN.plusSeconds(60));
    }

    private void errors(int minute, double count) {
        measured.add(ERRORS, BEGIN.plusSeconds(60L * minute), count);
    }

    private boolean isOn(String missing, int minute) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode().put("EvaluationPeriods", 2).put("Threshold", 1)
                .put("ComparisonOperator", "GreaterThanOrEqualToThreshold").put("TreatMissingData", missing);
        return new Alarm.OnMetric("a", "s", properties, new Alarm.Statistic(ERRORS, "Sum", Duration.ofMinutes(1)))
                .isOn(measured, BEGIN, BEGIN.plusSeconds(60L * minute));
    }
}
