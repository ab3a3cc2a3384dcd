package clinic.appointments.local.architecture.violations.stage;

import clinic.appointments.contract.QueueName;
import clinic.appointments.local.architecture.violations.run.KnowsTheService;

/** A generic class that knows this service and the run of it. */
public record KnowsTheRun(QueueName queue, KnowsTheService run) {
}
