package clinic.appointments.infrastructure.monitoring;

import java.util.List;

import clinic.appointments.infrastructure.patterns.ServiceFunction;
import software.constructs.Construct;

/** Alarms on the functions: whether invocations fail, are refused or come near their timeout. */
final class FunctionAlarms extends AlarmGroup {

    FunctionAlarms(Construct scope, String id, AlarmBook book, List<ServiceFunction> functions) {
        super(scope, id, book);
        functions.forEach(this::watch);
    }

    private void watch(ServiceFunction watched) {
        var id = watched.id();
        var function = watched.function();
        addThresholdAlarm(id + "Errors", function.metricErrors(SUM), 1, 2,
                RunbookSection.FUNCTION_ERRORS.describe(this, "Invocations of " + id + " fail."));
        addThresholdAlarm(id + "Throttles", function.metricThrottles(SUM), 1, 5,
                RunbookSection.FUNCTION_THROTTLES.describe(this, "Lambda refuses to invoke " + id + "."));
        addThresholdAlarm(id + "Slow", function.metricDuration(MAXIMUM),
                ServiceFunction.TIMEOUT.toMilliseconds().longValue() * settings().shareOfTimeout() / 100, 3,
                RunbookSection.SLOW_FUNCTION.describe(this, id + " comes close to its timeout."));
    }
}
