package clinic.appointments.infrastructure.monitoring;

import java.util.List;

import clinic.appointments.contract.MetricName;
import clinic.appointments.infrastructure.smoke.Smoke;
import software.constructs.Construct;

/** The alarm on the smoke test: one failed journey is a hiccup; after two, or none at all, patients may fare alike. */
final class SmokeAlarms extends AlarmGroup {

    SmokeAlarms(Construct scope, String id, AlarmBook book, Smoke test) {
        super(scope, id, book);
        addHeartbeatAlarm("Journeys", metrics().gauge(MetricName.FAILED_SMOKE_JOURNEYS, test.interval()), 1, 2,
                RunbookSection.SMOKE_TEST.describe(this, "The smoke test fails, or does not run."));
        new FunctionAlarms(this, "Function", book, List.of(test.function()));
    }
}
