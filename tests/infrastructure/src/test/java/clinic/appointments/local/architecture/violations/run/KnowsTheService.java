package clinic.appointments.local.architecture.violations.run;

import clinic.appointments.contract.QueueName;
import clinic.appointments.local.architecture.violations.stage.KnowsTheRun;

/** Closes the circle with the class that it names. */
public record KnowsTheService(QueueName queue, KnowsTheRun back) {
}
