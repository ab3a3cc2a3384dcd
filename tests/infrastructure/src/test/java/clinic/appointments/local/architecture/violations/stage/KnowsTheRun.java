package clinic.appointments.local.architecture.violations.stage;

import clinic.appointments.contract.QueueName;
import clinic.appointments.local.architecture.violations.run.KnowsTheService;

/** A generic class that wrongly depends on this service and on its run. */
public record KnowsTheRun(QueueName queue, KnowsTheService run) {
}
